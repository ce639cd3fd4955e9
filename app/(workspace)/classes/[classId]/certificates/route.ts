import { redirect } from "next/navigation";
import { loadCertified } from "@/lib/classes/queries/class";
import { certificateForm } from "@/lib/classes/rules/enrolment";
import { loadFilledForms } from "@/lib/forms/queries/dossier";
import { streamOf } from "@/lib/platform/spreadsheet/sheet";
import { zip } from "@/lib/platform/spreadsheet/zip-stream";

type Props = { params: Promise<{ classId: string }> };

/** The certificates of a class in one archive, each filled from its dossier; back to the class when it gave none. */
export async function GET(_request: Request, { params }: Props) {
  const { classId } = await params;
  const { kind, candidateIds } = await loadCertified(classId);
  if (candidateIds.length === 0) redirect(`/classes/${classId}`);
  const files = await loadFilledForms(candidateIds, certificateForm(kind));
  return new Response(streamOf(zip(files.map(({ name, bytes }) => ({ name, content: [bytes] })))), {
    headers: {
      "Content-Type": "application/zip",
      "Content-Disposition": `attachment; filename="giay-chung-nhan-${classId.slice(0, 8)}.zip"`,
      "Cache-Control": "no-store",
    },
  });
}
