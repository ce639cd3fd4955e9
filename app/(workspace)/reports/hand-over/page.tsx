import type { Metadata } from "next";
import { HandOverView } from "@/components/handover/hand-over-view";
import { toldOnce } from "@/components/reports/address";
import { loadHandOverPage } from "@/lib/handover/queries";
import { boardAddress } from "@/lib/reports/schema";

export const metadata: Metadata = { title: "Bàn giao cho cơ sở dữ liệu đảng viên" };

type Address = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function HandOverPage({ searchParams }: Address) {
  const told = toldOnce(await searchParams);
  const page = await loadHandOverPage(boardAddress.parse(told));

  return <HandOverView page={page} told={told} />;
}
