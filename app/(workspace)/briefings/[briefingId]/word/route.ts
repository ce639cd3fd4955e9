import { minutesFileName, minutesPaper } from "@/lib/briefings/export/minutes";
import { loadBriefing } from "@/lib/briefings/queries/briefings";
import { writeWord } from "@/lib/platform/documents/write-word";
import { wordAnswer } from "@/lib/platform/file-answer";

type Props = { params: Promise<{ briefingId: string }> };

/** The minutes of a briefing as a Word file. */
export async function GET(_request: Request, { params }: Props) {
  const page = await loadBriefing((await params).briefingId);
  return wordAnswer({ name: minutesFileName(page), bytes: await writeWord(minutesPaper(page)) });
}
