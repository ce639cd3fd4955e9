import type { Metadata } from "next";
import { CandidatePage } from "@/components/pipeline/candidate-view";
import { loadCandidate } from "@/lib/pipeline/queries/candidate";

export const metadata: Metadata = { title: "Hồ sơ" };

type Props = { params: Promise<{ candidateId: string }>; searchParams: Promise<{ done?: string }> };

export default async function Page({ params, searchParams }: Props) {
  const view = await loadCandidate((await params).candidateId);
  const { done = null } = await searchParams;

  return <CandidatePage view={view} done={done} />;
}
