import { wordResponse } from "@/lib/forms/export/file";
import { loadBlankForm } from "@/lib/forms/queries/catalogue";

type Props = { params: Promise<{ form: string }> };

/** A form to be filled in by hand. */
export async function GET(_request: Request, { params }: Props) {
  return wordResponse(await loadBlankForm((await params).form));
}
