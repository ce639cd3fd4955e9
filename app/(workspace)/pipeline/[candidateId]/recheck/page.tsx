import type { Metadata } from "next";
import { RecheckPage } from "@/components/rules/recheck-view";
import { loadRecheck } from "@/lib/pipeline/queries/recheck";
import { parseDay } from "@/lib/shared/days";

export const metadata: Metadata = { title: "Kiểm tra lại theo quy định" };

type Props = {
  params: Promise<{ candidateId: string }>;
  searchParams: Promise<{ day?: string | string[] }>;
};

export default async function RecheckRoute({ params, searchParams }: Props) {
  const typed = [(await searchParams).day ?? ""].flat().at(0) ?? "";
  const view = await loadRecheck((await params).candidateId, parseDay(typed));

  return <RecheckPage view={view} typed={typed.slice(0, 20)} />;
}
