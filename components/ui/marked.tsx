import { matchedParts } from "@/lib/shared/matched-parts";

/** A text with what was searched for marked in it. */
export function Marked({ text, typed }: { text: string; typed: string }) {
  let place = 0;
  return matchedParts(text, typed).map(({ text: part, matched }) => {
    place += part.length;
    return matched ? (
      <mark key={place} className="rounded-tag bg-ochre-soft text-ink">
        {part}
      </mark>
    ) : (
      part
    );
  });
}
