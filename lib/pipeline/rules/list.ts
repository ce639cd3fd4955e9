import type { PlainDate } from "@/lib/shared/days";
import type { Source } from "../labels/words";
import type { Stage } from "./standing";

/** Saved filters of the list, each with a count. */
export const TABS = ["all", "overdue", "returned", "cell", "base", "decision", "probation", "ended"] as const;
export type Tab = (typeof TABS)[number];

/** Groups a list can be narrowed to. */
export const LIST_GROUPS = [
  "women",
  "ethnicMinority",
  "religious",
  "unionMember",
  "pupil",
  "student",
  "worker",
  "privateOwner",
] as const;
export type ListGroup = (typeof LIST_GROUPS)[number];

/** Everything that narrows the list; all of it stands in the address. */
export type ListFilter = {
  unit: string | null;
  tab: Tab;
  typed: string;
  stage: Stage | null;
  source: Source | null;
  group: ListGroup | null;
  /** Introduced within these days. */
  introducedFrom: PlainDate | null;
  introducedTo: PlainDate | null;
  /** Due until this day. */
  dueUntil: PlainDate | null;
  /** Key of the last row of the page before. */
  after: ListKey | null;
};

/** Where a page ended: given name, whole name, id. */
export type ListKey = { givenName: string; name: string; id: string };

export const PAGE_SIZE = 50;

/** The key as it stands in an address. */
export function keyText({ givenName, name, id }: ListKey): string {
  return [givenName, name, id].map(encodeURIComponent).join("~");
}

export function parseKey(text: string): ListKey | null {
  const [givenName, name, id] = text.split("~").map(decodeURIComponent);
  return givenName !== undefined && name !== undefined && id && /^[0-9a-f-]{36}$/.test(id)
    ? { givenName, name, id }
    : null;
}
