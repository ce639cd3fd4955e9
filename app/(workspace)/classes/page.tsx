import type { Metadata } from "next";
import { NeedsView } from "@/components/classes/needs-view";
import { loadNeeds } from "@/lib/classes/queries/needs";
import { needsAddress } from "@/lib/classes/schema";

export const metadata: Metadata = { title: "Lớp bồi dưỡng" };

type Address = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ClassesPage({ searchParams }: Address) {
  const address = needsAddress.parse(await searchParams);
  const page = await loadNeeds(address);

  return <NeedsView page={page} address={address} />;
}
