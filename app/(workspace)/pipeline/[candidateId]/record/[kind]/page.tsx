import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RecordPage } from "@/components/pipeline/record-page";
import { loadRecording } from "@/lib/pipeline/queries/candidate";
import { RECORDABLE } from "@/lib/pipeline/schema/forms";

export const metadata: Metadata = { title: "Ghi bước" };

type Props = {
  params: Promise<{ candidateId: string; kind: string }>;
  searchParams: Promise<{ of?: string }>;
};

export default async function Page({ params, searchParams }: Props) {
  const { candidateId, kind: word } = await params;
  const kind = RECORDABLE.find((known) => known === word) ?? notFound();
  const view = await loadRecording(candidateId, kind);
  const { of = "" } = await searchParams;

  return <RecordPage view={view} kind={kind} chosen={of} />;
}
