import { loadBlankForm } from "@/lib/forms/queries/catalogue";
import { wordAnswer } from "@/lib/platform/file-answer";

type Props = { params: Promise<{ form: string }> };

/** A form to be filled in by hand. */
export async function GET(_request: Request, { params }: Props) {
  return wordAnswer(await loadBlankForm((await params).form));
}
