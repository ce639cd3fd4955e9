import type { HeadedUnit } from "@/lib/organisation/rules/letterhead";
import { committeeName } from "@/lib/organisation/rules/register";
import type { PlainDate } from "@/lib/shared/days";

/** A unit as letterheads need it. */
export type LetterUnit = HeadedUnit & { id: number; mayDecide: boolean };

/** Which bodies have a part in a candidate's way: all of them above the cell, nearest first. */
export type Bodies = {
  cell: LetterUnit;
  section: LetterUnit | null;
  /** The base organisation: the committee above the cell, or the base cell itself. */
  base: LetterUnit | null;
  /** The committee that decides admissions; null: none is known to. */
  decider: LetterUnit | null;
  province: LetterUnit | null;
  /** From the cell up to the root. */
  line: readonly LetterUnit[];
};

/** From 208-QĐ/TW on it is the standing committee of the base that decides (domain §2.3, §2.4). */
const STANDING_COMMITTEE_OF_BASE_FROM: PlainDate = "2026-07-26";

/** Finds the bodies in the line of units from the cell upwards; the cell comes first. */
export function bodiesOf(line: readonly [LetterUnit, ...LetterUnit[]]): Bodies {
  const [cell, ...above] = line;
  return {
    cell,
    section: above.find(({ kind }) => kind === "SECTION") ?? null,
    base:
      cell.kind === "BASE_CELL"
        ? cell
        : (above.find(({ kind }) => kind === "BASE_COMMITTEE") ??
          above.find(({ kind }) => kind !== "SECTION") ??
          null),
    decider: line.find(({ mayDecide }) => mayDecide) ?? null,
    province: above.find(({ kind }) => kind === "PROVINCE") ?? null,
    line,
  };
}

/** Does the base organisation itself decide (đảng ủy cơ sở được ủy quyền)? */
export const decidesItself = ({ base, decider }: Bodies): boolean =>
  base !== null && decider !== null && base.id === decider.id;

/** The body that decides: the standing committee, or the whole committee of a base so empowered. */
export function decidingBody(bodies: Bodies, onDay: PlainDate): string | null {
  if (!bodies.decider) return null;
  const committee = committeeName(bodies.decider.name);
  const whole = decidesItself(bodies) && onDay < STANDING_COMMITTEE_OF_BASE_FROM;
  return whole ? committee : `Ban Thường vụ ${committee}`;
}

/** "T/M …" above the signature of a deciding body. */
export const deciderSigns = (bodies: Bodies, onDay: PlainDate): string =>
  decidingBody(bodies, onDay)?.startsWith("Ban Thường vụ") ? "T/M BAN THƯỜNG VỤ" : "T/M ĐẢNG ỦY";
