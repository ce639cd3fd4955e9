import { ethnicityLabel, religionLabel, sexLabel } from "@/lib/people/labels";
import type { Religion } from "@/lib/people/rules";
import { closeReasonLabel } from "@/lib/pipeline/labels/words";
import type { NamedFile } from "@/lib/platform/file-answer";
import type { Cell, Column } from "@/lib/platform/spreadsheet/sheet";
import { writeXlsx } from "@/lib/platform/spreadsheet/write-xlsx";
import { formatDay, type PlainDate } from "@/lib/shared/days";
import type { HandOver } from "./queries";
import { birthText, HAND_OVER_COLUMNS, type HandedOver, type HandOverColumn, missingOf } from "./rules";
import type { HandOverAnswer } from "./schema";

const MISSING = "Còn thiếu";

/** The head of a column as the national database writes it: `*` on what it requires. */
const headOf = ({ title, required }: HandOverColumn): string => `${title}${required ? "*" : ""}`;

const WIDE = 26;

/** Text throughout: a number loses no zero, and what was typed as a formula stays a name. */
const COLUMNS: Column[] = [
  ...HAND_OVER_COLUMNS.map((column): Column => ({ title: headOf(column), kind: "text", width: WIDE })),
  { title: MISSING, kind: "text", width: 60 },
];

/** The hand-over as a workbook (domain.md §5.2), or the same cells as JSON. */
export function handOverFile(
  handOver: HandOver,
  format: "xlsx" | "json",
): NamedFile<ReadableStream<Uint8Array>> {
  const { head, people } = handOver;
  const name = `ban-giao-dang-vien-${head.unit.code}-${head.period.to}.${format}` as const;
  const rows = people.map((person, place) => rowOf(person, place + 1, handOver.today));
  if (format === "xlsx") return { name, body: writeXlsx([{ name: "Đảng viên", columns: COLUMNS, rows }]) };
  const answer: HandOverAnswer = {
    unit: head.unit,
    period: head.period,
    count: people.length,
    people: rows.map((row) =>
      Object.fromEntries(COLUMNS.map(({ title }, place) => [title, String(row[place] ?? "")])),
    ),
  };
  return { name, body: new Blob([`${JSON.stringify(answer)}\n`]).stream() };
}

function rowOf(person: HandedOver, place: number, today: PlainDate): Cell[] {
  return [
    ...HAND_OVER_COLUMNS.map(({ key }) => cellOf(person, key, place)),
    missingOf(person, today)
      .map(({ title }) => title)
      .join("; "),
  ];
}

/** A cell of a person; what is not known stays empty, never a guess. */
function cellOf(person: HandedOver, key: HandOverColumn["key"], place: number): string | null {
  switch (key) {
    case "place":
      return String(place);
    case "name":
      return person.name;
    case "sex":
      return person.sex && sexLabel(person.sex);
    case "birth":
      return birthText(person);
    case "ethnicity":
      return person.ethnicity && ethnicityLabel(person.ethnicity);
    case "religion":
      return person.religion && religionLabel(person.religion as Religion);
    case "citizenNumber":
      return person.citizenNumber;
    case "unit":
      return `${person.unit.name} (${person.unit.code})`;
    case "admittedOn":
      return person.admittedOn && formatDay(person.admittedOn);
    case "recognisedOn":
      return person.recognisedOn && formatDay(person.recognisedOn);
    case "state":
      return person.closedReason === null ? "Đang sinh hoạt" : closeReasonLabel(person.closedReason);
    case "leftOn":
      return person.closedOn && formatDay(person.closedOn);
    default:
      return null;
  }
}
