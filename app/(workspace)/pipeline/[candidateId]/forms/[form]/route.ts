import { loadFilledForm } from "@/lib/forms/queries/dossier";
import { wordAnswer } from "@/lib/platform/file-answer";

type Props = { params: Promise<{ candidateId: string; form: string }> };

/** A form filled from the dossier, as a Word file. */
export async function GET(_request: Request, { params }: Props) {
  const { candidateId, form } = await params;
  return wordAnswer(await loadFilledForm(candidateId, form));
}
