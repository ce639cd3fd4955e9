import { wordResponse } from "@/lib/forms/export/file";
import { loadFilledForm } from "@/lib/forms/queries/dossier";

type Props = { params: Promise<{ candidateId: string; form: string }> };

/** A form filled from the dossier, as a Word file. */
export async function GET(_request: Request, { params }: Props) {
  const { candidateId, form } = await params;
  return wordResponse(await loadFilledForm(candidateId, form));
}
