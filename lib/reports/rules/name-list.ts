import type { PlainDate } from "@/lib/shared/days";
import type { Ratio } from "@/lib/shared/ratio";
import type { Figure } from "./figure";
import type { ReportHead } from "./parameters";
import { type RowSource, rowFigure } from "./row-key";

/** The lists asked for together with the tables (domain.md §7.6). */
export const NAME_LISTS = [
  "admitted",
  "readmitted",
  "unionMembers",
  "probationers",
  "due",
  "recognised",
  "movedIn",
  "movedOut",
  "leavers",
] as const;
export type NameList = (typeof NAME_LISTS)[number];

const SOURCES: Record<NameList, Extract<RowSource, { is: "people" }>> = {
  admitted: { is: "people", what: { event: "admitted" }, parts: [] },
  readmitted: { is: "people", what: { event: "admitted" }, parts: [{ of: "readmitted" }] },
  unionMembers: { is: "people", what: { event: "admitted" }, parts: [{ of: "group", is: "UNION_MEMBER" }] },
  probationers: { is: "people", what: { probation: "current" }, parts: [] },
  due: { is: "people", what: { probation: "waiting" }, parts: [] },
  recognised: { is: "people", what: { event: "recognised" }, parts: [] },
  movedIn: { is: "people", what: { change: "movedIn" }, parts: [] },
  movedOut: { is: "people", what: { change: "transferredOut" }, parts: [] },
  leavers: { is: "people", what: { change: "leavers" }, parts: [] },
};

/** Who stands on a list, as a figure. */
export const listFigure = (
  list: NameList,
  days: Pick<Figure, "from" | "to" | "asOf" | "countBy">,
  deadlines: readonly PlainDate[],
): Figure => rowFigure(SOURCES[list], days, deadlines);

/** Does the list ask by which day the cell reviews? */
export const needsDeadlines = (list: NameList): boolean => "probation" in SOURCES[list].what;

/** A person of a list as it is printed. */
export type ListedMember = {
  id: string;
  name: string;
  birthDate: PlainDate | null;
  birthYear: number;
  sex: string | null;
  ethnicity: string | null;
  religion: string | null;
  education: string | null;
  profession: string | null;
  occupation: string | null;
  unit: string;
  /** The base organisation, or what stands above the cell. */
  above: string | null;
  decisionNumber: string | null;
  decidedOn: PlainDate | null;
  admittedOn: PlainDate | null;
  recognisedOn: PlainDate | null;
  closedReason: string | null;
  /** The day by which the person stands on the list. */
  day: PlainDate | null;
};

/** A list with names. `ofAll`: of the Youth Union's list, its share of all admitted. */
export type NameListReport = ReportHead & {
  report: "name-list";
  list: NameList;
  count: number;
  ofAll: Ratio | null;
  people: ListedMember[];
};
