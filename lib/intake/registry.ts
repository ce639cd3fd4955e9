import { classesImport } from "@/lib/classes/import/classes";
import { learnersImport } from "@/lib/classes/import/learners";
import type { ImportKind } from "@/lib/imports/kind";
import { headcountsImport } from "@/lib/organisation/import/headcounts";
import { unitsImport } from "@/lib/organisation/import/units";
import { dossiersImport } from "@/lib/pipeline/import/dossiers";
import { quotasImport } from "@/lib/quotas/import/quotas";
import { unionMembersImport } from "@/lib/sources/import/members";
import { unionUnitsImport } from "@/lib/sources/import/units";

/** Every kind of file that can come in, in the order in which an office sends them. */
export const IMPORT_KINDS: readonly ImportKind[] = [
  unitsImport,
  headcountsImport,
  quotasImport,
  dossiersImport,
  unionUnitsImport,
  unionMembersImport,
  classesImport,
  learnersImport,
];

export function importKindNamed(name: string): ImportKind | null {
  return IMPORT_KINDS.find((kind) => kind.name === name) ?? null;
}
