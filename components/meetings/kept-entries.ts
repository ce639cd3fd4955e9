/** The fields of one entry as they were typed: a row of the meeting, or its head. */
export type Fields = Record<string, string>;

/** What was typed and is not stored on the server yet; the key makes sending it twice do one thing. */
export type KeptEntry = { fields: Fields; version: number; key: string };

/**
 * Reads what this browser kept of a meeting, by entry. Names are never among it: entries go by their ids.
 * A browser that keeps nothing (private windows) answers with nothing.
 */
export function readKept(place: string): Record<string, KeptEntry> {
  try {
    const told: unknown = JSON.parse(window.localStorage.getItem(place) ?? "{}");
    return typeof told === "object" && told !== null ? (told as Record<string, KeptEntry>) : {};
  } catch {
    return {};
  }
}

/** Keeps these entries, or clears the place when all are stored. */
export function writeKept(place: string, kept: Record<string, KeptEntry>): void {
  try {
    if (Object.keys(kept).length === 0) window.localStorage.removeItem(place);
    else window.localStorage.setItem(place, JSON.stringify(kept));
  } catch {
    // Nothing can be kept here; what was typed still stands on the screen and is sent again.
  }
}
