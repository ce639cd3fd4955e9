import type { Source } from "@/lib/pipeline/labels/words";
import { isDay, type PlainDate } from "@/lib/shared/days";
import type { Audience, ClassKind } from "./training-class";

/** What narrows the list of who needs a class; all of it stands in the address. */
export type NeedFilter = {
  kind: ClassKind;
  audience: Audience;
  /** Waiting at least so many days. */
  waited: number | null;
  source: Source | null;
  /** Key of the last row of the page before. */
  after: NeedKey | null;
};

/** Where a page of the list ended: since when that person waits, the names, the id. */
export type NeedKey = { since: PlainDate | null; givenName: string; name: string; id: string };

/** How many rows one page shows; who waits longest stands first. */
export const NEEDS_PAGE = 100;

/** How many people are called at once at most, and how many of them may be ticked one by one. */
export const MOST_CALLED = 1000;
export const MOST_TICKED = 300;

/** Everybody who needs a class of the kind. */
export const everybody = (kind: ClassKind): NeedFilter => ({
  kind,
  audience: "ALL",
  waited: null,
  source: null,
  after: null,
});

/** Does the filter leave everybody of its kind in, from the first on? */
export const isWhole = ({ audience, waited, source, after }: NeedFilter): boolean =>
  audience === "ALL" && waited === null && source === null && after === null;

/** The key as it stands in an address. */
export function needKeyText({ since, givenName, name, id }: NeedKey): string {
  return [since ?? "", givenName, name, id].join("~");
}

export function parseNeedKey(text: string): NeedKey | null {
  const [since = "", givenName, name, id] = text.split("~");
  if (givenName === undefined || name === undefined || !id || !/^[0-9a-f-]{36}$/.test(id)) return null;
  return since === "" || isDay(since) ? { since: since || null, givenName, name, id } : null;
}
