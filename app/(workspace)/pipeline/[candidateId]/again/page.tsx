import type { Metadata } from "next";
import { AgainForm } from "@/components/pipeline/entry-forms";
import { PageHeading } from "@/components/ui/page-heading";
import { loadPersonEdit } from "@/lib/pipeline/queries/candidate";
import { loadEntryCells } from "@/lib/pipeline/queries/entry";

export const metadata: Metadata = { title: "Lập hồ sơ mới" };

type Props = { params: Promise<{ candidateId: string }> };

export default async function AgainPage({ params }: Props) {
  const [{ candidate, standing }, cells] = await Promise.all([
    loadPersonEdit((await params).candidateId),
    loadEntryCells(),
  ]);

  return (
    <div className="mx-auto max-w-[1132px]">
      <PageHeading
        title="Lập hồ sơ mới"
        under={candidate.person.name}
        back={{ href: `/pipeline/${candidate.id}`, label: candidate.person.name }}
      />
      <AgainForm
        candidateId={candidate.id}
        cells={cells}
        cell={candidate.cell.code}
        readmission={standing.admittedOn !== null}
      />
    </div>
  );
}
