import { redirect } from "next/navigation";
import { loadCertified } from "@/lib/classes/queries/class";
import { certificateForm } from "@/lib/classes/rules/enrolment";
import { loadFilledForms } from "@/lib/forms/queries/dossier";
import { archiveAnswer } from "@/lib/platform/file-answer";

type Props = { params: Promise<{ classId: string }> };

/** The certificates of a class in one archive, each filled from its dossier; back to the class when it gave none. */
export async function GET(_request: Request, { params }: Props) {
  const { classId } = await params;
  const { kind, candidateIds } = await loadCertified(classId);
  if (candidateIds.length === 0) redirect(`/classes/${classId}`);
  const files = await loadFilledForms(candidateIds, certificateForm(kind));
  return archiveAnswer(`giay-chung-nhan-${classId.slice(0, 8)}.zip`, files);
}
