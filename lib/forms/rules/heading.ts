import { blankNumber, signsFor, superiorName, writerName } from "@/lib/organisation/rules/letterhead";
import { committeeName } from "@/lib/organisation/rules/register";
import type { PlainDate } from "@/lib/shared/days";
import type { Form } from "./catalogue";
import { type Bodies, deciderSigns, decidingBody, type LetterUnit } from "./letterhead";

const NOT_KNOWN = "………………………………";
const capitals = (words: string): string => words.toLocaleUpperCase("vi");

/** The unit whose paper it is; null: a mass organisation, a class, a person. */
function issuerOf({ issuer }: Pick<Form, "issuer">, bodies: Bodies): LetterUnit | null {
  switch (issuer) {
    case "cell":
      return bodies.cell;
    case "section":
      return bodies.section;
    case "base":
      return bodies.base;
    case "decider":
      return bodies.decider;
    case "none":
    case "union":
    case "classOrganiser":
      return null;
  }
}

/** The line of units from the issuing one upwards; that of the cell where no unit issues. */
export function issuerLine(form: Pick<Form, "issuer">, bodies: Bodies): LetterUnit[] {
  const issuer = issuerOf(form, bodies) ?? bodies.cell;
  return bodies.line.slice(bodies.line.findIndex(({ id }) => id === issuer.id));
}

/** Head and signature: the unit above, the unit, for whom is signed (domain §2, §2.4). */
export function headOf(form: Form, bodies: Bodies, onDay: PlainDate): Record<string, string> {
  const unit = issuerOf(form, bodies);
  const [, above] = issuerLine(form, bodies);
  return {
    tieu_de_tren: unit && above ? superiorName(above) : NOT_KNOWN,
    tieu_de_don_vi: unit ? writerName(unit) : NOT_KNOWN,
    noi_ban_hanh: unit ? committeeName(unit.name) : NOT_KNOWN,
    thay_mat: unit
      ? form.issuer === "decider"
        ? deciderSigns(bodies, onDay)
        : signsFor(unit)
      : "T/M …………………",
    co_quan_quyet_dinh: capitals(decidingBody(bodies, onDay) ?? NOT_KNOWN),
  };
}

const KINDS: readonly (readonly [RegExp, string])[] = [
  [/^Nghị quyết/u, "NQ"],
  [/^Quyết định/u, "QĐ"],
  [/^Báo cáo/u, "BC"],
  [/^Công văn/u, "CV"],
  [/^Thông báo/u, "TB"],
  [/^Giấy chứng nhận/u, "GCN"],
  [/^Phiếu báo/u, "PB"],
];

/** "Số 07-NQ/CB" as recorded; else the sign with room for the number. */
export function numberLine(form: Form, bodies: Bodies, recorded: string | null): string {
  if (recorded) return `Số ${recorded}`;
  const unit = issuerOf(form, bodies);
  const kind = KINDS.find(([name]) => name.test(form.title))?.[1];
  return unit && kind ? blankNumber(kind, unit) : "Số ………";
}
