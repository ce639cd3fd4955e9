import "server-only";
import type { UnitScope } from "@/lib/access/gate";
import type { PlainDate } from "@/lib/shared/days";
import { fold, normalise } from "@/lib/shared/vietnamese";

/** A person found by name, with the candidacy their page is about. */
export type FoundPerson = {
  candidateId: string;
  name: string;
  birthDate: PlainDate | null;
  birthYear: number;
  unitName: string;
};

/**
 * People of the scope whose name holds every word typed, accents and case aside. Who matches with the
 * accents comes first, then by given name. At most 20 unless told; without a candidacy nobody is listed.
 */
export function searchPeople(scope: UnitScope, typed: string, limit = 20): Promise<FoundPerson[]> {
  const words = normalise(typed);
  const folded = fold(words);
  if (folded === "") return Promise.resolve([]);

  const everyWord = folded.split(" ").map((word) => `%${escaped(word)}%`);
  const withAccents = `%${escaped(words.toLocaleLowerCase("vi"))}%`;
  return scope.db.$queryRaw<FoundPerson[]>`
    SELECT c.id AS "candidateId", p.name, p.birth_date::text AS "birthDate", p.birth_year AS "birthYear", u.name AS "unitName"
    FROM person p
    JOIN LATERAL (
      SELECT id, unit_id FROM candidate
      WHERE person_id = p.id AND unit_ord BETWEEN ${scope.lo} AND ${scope.hi}
      ORDER BY closed_on IS NOT NULL, created_at DESC LIMIT 1) c ON true
    JOIN unit u ON u.id = c.unit_id
    WHERE p.unit_ord BETWEEN ${scope.lo} AND ${scope.hi} AND p.name_fold LIKE ALL (${everyWord}::text[])
    ORDER BY (lower(normalize(p.name, NFC)) COLLATE "C" LIKE ${withAccents}) DESC, p.given_name, p.name, p.id
    LIMIT ${limit}`;
}

const escaped = (words: string): string => words.replace(/[\\%_]/g, "\\$&");
