import type { Metadata } from "next";
import { ProgrammeEntryView } from "@/components/sources/programme-entry-view";
import { loadProgrammeEntry } from "@/lib/reports/queries/programmes";

export const metadata: Metadata = { title: "Sửa chương trình" };

type Props = { params: Promise<{ programmeId: string }> };

export default async function Page({ params }: Props) {
  const entry = await loadProgrammeEntry((await params).programmeId);

  return <ProgrammeEntryView entry={entry} />;
}
