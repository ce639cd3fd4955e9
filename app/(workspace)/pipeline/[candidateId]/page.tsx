import type { Metadata } from "next";
import { PrintMenu } from "@/components/forms/print-menu";
import { CandidatePage } from "@/components/pipeline/candidate-view";
import { loadCandidateForms } from "@/lib/forms/queries/dossier";
import { loadCandidate } from "@/lib/pipeline/queries/candidate";

export const metadata: Metadata = { title: "Hồ sơ" };

type Props = { params: Promise<{ candidateId: string }>; searchParams: Promise<{ done?: string }> };

export default async function Page({ params, searchParams }: Props) {
  const { candidateId } = await params;
  const [view, forms] = await Promise.all([loadCandidate(candidateId), loadCandidateForms(candidateId)]);
  const { done = null } = await searchParams;

  return <CandidatePage view={view} done={done} printing={forms && <PrintMenu forms={forms} />} />;
}
