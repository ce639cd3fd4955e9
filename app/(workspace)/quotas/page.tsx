import type { Metadata } from "next";
import { toldOnce } from "@/components/reports/address";
import { BoardView } from "@/components/reports/board-view";
import { TotalsBeside } from "@/components/totals/totals-beside";
import { loadBoard } from "@/lib/reports/queries/board";
import { loadSavedViews } from "@/lib/reports/queries/saved-views";
import { boardAddress } from "@/lib/reports/schema";
import { loadTotalsBeside } from "@/lib/totals/queries/totals";

export const metadata: Metadata = { title: "Chỉ tiêu kết nạp" };

type Address = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function QuotasPage({ searchParams }: Address) {
  const told = toldOnce(await searchParams);
  const address = boardAddress.parse(told);
  const [page, views] = await Promise.all([loadBoard(address), loadSavedViews()]);
  const { unit, from, to } = page.parameters;
  const totals = await loadTotalsBeside(unit, from, to);

  return (
    <>
      <BoardView page={page} address={address} told={told} views={views} />
      <TotalsBeside totals={totals} />
    </>
  );
}
