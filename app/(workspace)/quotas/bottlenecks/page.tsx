import type { Metadata } from "next";
import { toldOnce } from "@/components/reports/address";
import { BottlenecksView } from "@/components/reports/bottlenecks-view";
import { loadBottlenecks } from "@/lib/reports/queries/bottlenecks";
import { boardAddress } from "@/lib/reports/schema";

export const metadata: Metadata = { title: "Điểm nghẽn" };

type Address = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function BottlenecksPage({ searchParams }: Address) {
  const told = toldOnce(await searchParams);
  const address = boardAddress.parse(told);
  const page = await loadBottlenecks(address);

  return <BottlenecksView page={page} address={address} told={told} />;
}
