import type { Metadata } from "next";
import { toldOnce } from "@/components/reports/address";
import { ForecastView } from "@/components/reports/forecast-view";
import { loadForecast } from "@/lib/reports/queries/forecast";
import { boardAddress } from "@/lib/reports/schema";

export const metadata: Metadata = { title: "Dự báo kết nạp" };

type Address = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ForecastPage({ searchParams }: Address) {
  const told = toldOnce(await searchParams);
  const address = boardAddress.parse(told);
  const page = await loadForecast(address);

  return <ForecastView page={page} address={address} told={told} />;
}
