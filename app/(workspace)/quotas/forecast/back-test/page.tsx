import type { Metadata } from "next";
import { toldOnce } from "@/components/reports/address";
import { BackTestView } from "@/components/reports/back-test-view";
import { loadBackTest } from "@/lib/reports/queries/forecast";
import { boardAddress } from "@/lib/reports/schema";

export const metadata: Metadata = { title: "Dự báo so với thực tế" };

type Address = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function BackTestPage({ searchParams }: Address) {
  const told = toldOnce(await searchParams);
  const page = await loadBackTest(boardAddress.parse(told));

  return <BackTestView page={page} told={told} />;
}
