import { letterFileName, letterPaper } from "@/lib/briefings/export/letter";
import { loadLetter } from "@/lib/briefings/queries/letters";
import { wordResponse } from "@/lib/forms/export/file";
import { writeWord } from "@/lib/platform/documents/write-word";

type Props = { params: Promise<{ letterId: string }> };

/** A letter as a Word file. */
export async function GET(_request: Request, { params }: Props) {
  const page = await loadLetter((await params).letterId);
  return wordResponse({ name: letterFileName(page), bytes: await writeWord(letterPaper(page)) });
}
