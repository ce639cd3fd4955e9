import type { Metadata } from "next";
import { ProgrammeEntryView } from "@/components/sources/programme-entry-view";
import { loadProgrammeEntry } from "@/lib/reports/queries/programmes";

export const metadata: Metadata = { title: "Lập chương trình" };

export default async function Page() {
  const entry = await loadProgrammeEntry(null);

  return <ProgrammeEntryView entry={entry} />;
}
