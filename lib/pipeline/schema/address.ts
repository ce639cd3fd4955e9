import { isDay, type PlainDate } from "@/lib/shared/days";
import { SOURCES } from "../labels/words";
import { LIST_GROUPS, type ListFilter, parseKey, TABS } from "../rules/list";
import { STAGES } from "../rules/standing";

type Given = Record<string, string | string[] | undefined>;

/** The filter that an address stands for; what it does not know, it leaves out. */
export function listAddress(given: Given): { filter: ListFilter; address: URLSearchParams } {
  const address = new URLSearchParams(
    Object.entries(given).flatMap(([name, value]) =>
      typeof value === "string" && value !== "" ? [[name, value]] : [],
    ),
  );
  const text = (name: string) => address.get(name);
  const oneOf = <Code extends string>(codes: readonly Code[], name: string) =>
    codes.find((code) => code === text(name)) ?? null;
  const day = (name: string) => (isDay(text(name) ?? "") ? text(name) : null);
  const year = /^\d{4}$/.test(text("introduced") ?? "") ? text("introduced") : null;
  return {
    address,
    filter: {
      unit: text("unit"),
      tab: oneOf(TABS, "tab") ?? "all",
      typed: (text("q") ?? "").slice(0, 80),
      stage: oneOf(STAGES, "stage"),
      source: oneOf(SOURCES, "source"),
      group: oneOf(LIST_GROUPS, "group"),
      introducedFrom: year && `${year}-01-01`,
      introducedTo: year && `${year}-12-31`,
      dueUntil: day("dueUntil"),
      after: parseKey(text("after") ?? ""),
    },
  };
}

/** What the address of the province's options may hold; what makes no sense counts as not told. */
export function optionsAddress({ year, sample, done, changed }: Given): {
  year: number | null;
  /** Fill the form with the values of Hà Nội? */
  sample: boolean;
  /** What was just set: from which day, and how many dossiers have another day now. */
  done: { from: PlainDate; changed: number } | null;
} {
  const shown = typeof year === "string" && /^20\d\d$/.test(year) ? Number(year) : null;
  return {
    year: shown,
    sample: sample === "hanoi",
    done:
      typeof done === "string" && isDay(done)
        ? { from: done, changed: Math.trunc(Number(changed)) || 0 }
        : null,
  };
}
