import type { NeedsAddress } from "@/lib/classes/schema";

/** What of an address narrows the list, as fields of a form or parts of another address; the usual is left out. */
export function needFields({
  unit,
  kind,
  audience,
  waited,
  source,
}: Pick<NeedsAddress, "unit" | "kind" | "audience" | "waited" | "source">): Record<string, string> {
  return Object.fromEntries(
    [
      ["kind", kind === "AWARENESS" ? null : kind],
      ["unit", unit],
      ["audience", audience === "ALL" ? null : audience],
      ["waited", waited === null ? null : String(waited)],
      ["source", source],
    ].filter((field): field is [string, string] => field[1] !== null),
  );
}
