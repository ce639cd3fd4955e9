import type { Metadata } from "next";
import { toldOnce } from "@/components/reports/address";
import { MonthsView } from "@/components/reports/months-view";
import { loadMonths } from "@/lib/reports/queries/months";
import { boardAddress } from "@/lib/reports/schema";

export const metadata: Metadata = { title: "Kết nạp theo tháng" };

type Address = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function MonthsPage({ searchParams }: Address) {
  const told = toldOnce(await searchParams);
  const address = boardAddress.parse(told);
  const page = await loadMonths(address);

  return <MonthsView page={page} address={address} told={told} />;
}
