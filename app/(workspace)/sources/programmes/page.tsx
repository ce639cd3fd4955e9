import type { Metadata } from "next";
import { ProgrammesView } from "@/components/sources/programmes-view";
import { loadProgrammes } from "@/lib/reports/queries/programmes";

export const metadata: Metadata = { title: "Chương trình" };

export default async function Page() {
  const list = await loadProgrammes();

  return <ProgrammesView list={list} />;
}
