import { redirect } from "next/navigation";
import { loadDecisionsOf } from "@/lib/forms/queries/dossier";
import { archiveAnswer } from "@/lib/platform/file-answer";
import { parseDay } from "@/lib/shared/days";

/** `?day=12/06/2024`: all decisions of a day in one archive; back to the page when there are none. */
export async function GET(request: Request) {
  const typed = new URL(request.url).searchParams.get("day") ?? "";
  const day = parseDay(typed);
  const files = day === null ? [] : await loadDecisionsOf(day);
  if (day === null || files.length === 0) redirect(`/forms?day=${encodeURIComponent(typed)}`);
  return archiveAnswer(`quyet-dinh-ket-nap-${day}.zip`, files);
}
