import type { Metadata } from "next";
import { toldOnce } from "@/components/reports/address";
import { YearsView } from "@/components/reports/years-view";
import { loadYears } from "@/lib/reports/queries/years";
import { boardAddress } from "@/lib/reports/schema";

export const metadata: Metadata = { title: "Kết quả nhiều năm" };

type Address = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function YearsPage({ searchParams }: Address) {
  const told = toldOnce(await searchParams);
  const address = boardAddress.parse(told);
  const page = await loadYears(address);

  return <YearsView page={page} address={address} told={told} />;
}
