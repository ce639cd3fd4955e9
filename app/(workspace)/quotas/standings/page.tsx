import type { Metadata } from "next";
import { toldOnce } from "@/components/reports/address";
import { StandingsView } from "@/components/reports/standings-view";
import { loadStandings } from "@/lib/reports/queries/standings";
import { boardAddress } from "@/lib/reports/schema";

export const metadata: Metadata = { title: "Đơn vị chậm nhất" };

type Address = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function StandingsPage({ searchParams }: Address) {
  const told = toldOnce(await searchParams);
  const address = boardAddress.parse(told);
  const page = await loadStandings(address);

  return <StandingsView page={page} address={address} told={told} />;
}
