import type { Metadata } from "next";
import { RulesView } from "@/components/rules/rules-view";
import { loadRules } from "@/lib/pipeline/queries/rules";

export const metadata: Metadata = { title: "Quy định" };

type Props = { searchParams: Promise<{ q?: string | string[] }> };

export default async function RulesRoute({ searchParams }: Props) {
  const { q = "" } = await searchParams;
  const page = await loadRules();

  return <RulesView page={page} typed={[q].flat().join(" ").slice(0, 80)} />;
}
