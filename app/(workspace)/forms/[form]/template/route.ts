import { loadTemplate } from "@/lib/forms/queries/catalogue";
import { wordAnswer } from "@/lib/platform/file-answer";

type Props = { params: Promise<{ form: string }> };

/** A template with its fields: `?id=` a certain one, else the one in force. */
export async function GET(request: Request, { params }: Props) {
  const { form } = await params;
  return wordAnswer(await loadTemplate(form, new URL(request.url).searchParams.get("id")));
}
