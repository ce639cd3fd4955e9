import { letterFileName, letterPaper } from "@/lib/briefings/export/letter";
import { loadLetter } from "@/lib/briefings/queries/letters";
import { writeWord } from "@/lib/platform/documents/write-word";
import { wordAnswer } from "@/lib/platform/file-answer";

type Props = { params: Promise<{ letterId: string }> };

/** A letter as a Word file. */
export async function GET(_request: Request, { params }: Props) {
  const page = await loadLetter((await params).letterId);
  return wordAnswer({ name: letterFileName(page), bytes: await writeWord(letterPaper(page)) });
}
