import type { Metadata } from "next";
import { EditPersonForm } from "@/components/pipeline/person-forms";
import { personValues } from "@/components/pipeline/person-values";
import { PageHeading } from "@/components/ui/page-heading";
import { loadPersonEdit } from "@/lib/pipeline/queries/candidate";

export const metadata: Metadata = { title: "Sửa thông tin" };

export default async function EditPersonPage({ params }: { params: Promise<{ candidateId: string }> }) {
  const { candidate } = await loadPersonEdit((await params).candidateId);
  const { person } = candidate;

  return (
    <div className="mx-auto max-w-[1132px]">
      <PageHeading
        title="Sửa thông tin"
        under={person.name}
        back={{ href: `/pipeline/${candidate.id}`, label: person.name }}
      />
      <EditPersonForm
        candidateId={candidate.id}
        version={person.version}
        initial={personValues(person)}
        last4={person.citizenLast4}
      />
    </div>
  );
}
