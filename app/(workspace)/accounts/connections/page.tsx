import type { Metadata } from "next";
import { LiveTokensView } from "@/components/connections/live-tokens-view";
import { loadLiveTokens } from "@/lib/connections/queries";
import { liveTokensAddress } from "@/lib/connections/schema";

export const metadata: Metadata = { title: "Mã kết nối đang dùng" };

type Address = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function LiveTokensPage({ searchParams }: Address) {
  const page = await loadLiveTokens(liveTokensAddress.parse(await searchParams));

  return <LiveTokensView page={page} />;
}
