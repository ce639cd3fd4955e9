import type { Metadata } from "next";
import { DifficultiesView } from "@/components/briefings/difficulties-view";
import { toldOnce } from "@/components/reports/address";
import { loadDifficulties } from "@/lib/briefings/queries/matters";
import { difficultiesAddress } from "@/lib/briefings/schema";

export const metadata: Metadata = { title: "Khó khăn nêu tại giao ban" };

type Address = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ searchParams }: Address) {
  const page = await loadDifficulties(difficultiesAddress.parse(toldOnce(await searchParams)));

  return <DifficultiesView page={page} />;
}
