import { rulebookOn } from "@/lib/pipeline/rulebook";
import type { Case } from "@/lib/pipeline/rules/case";
import { CENTRAL_OPTIONS } from "@/lib/pipeline/rules/options";
import { buildStanding } from "@/lib/pipeline/rules/standing";
import type { NewStep, Step, StepFacts, StepKind, Votes } from "@/lib/pipeline/rules/step";

/** A recorded step; only what matters is told. */
export function aStep(step: NewStep, more: Partial<Pick<Step, "id" | "recordedAt" | "undoneAt">> = {}): Step {
  return {
    id: `${step.kind}-${step.onDay}`,
    recordedAt: `${step.onDay}T00:00:00Z`,
    recordedByName: "Lê Văn Thành",
    undoneAt: null,
    ...step,
    ...more,
  } as Step;
}

const plain = (
  kind: "introduced" | "sympathiserRecognised" | "certified" | "applied" | "submitted",
  onDay: string,
): Step => aStep({ kind, onDay, documentNumber: null, data: {} });

/** A dossier ready for the cell's meeting in May 2024. */
export const READY: readonly Step[] = [
  plain("introduced", "2022-02-20"),
  plain("sympathiserRecognised", "2022-03-12"),
  aStep({
    kind: "helperAssigned",
    onDay: "2022-03-12",
    documentNumber: null,
    data: { name: "Nguyễn Văn Bình", official: true, replacement: false },
  }),
  plain("certified", "2022-10-28"),
  plain("applied", "2023-09-10"),
  aStep({
    kind: "referred",
    onDay: "2024-04-02",
    documentNumber: null,
    data: {
      combination: "unionAndMember",
      referrers: [{ name: "Nguyễn Văn Bình", official: true, monthsTogether: null }],
    },
  }),
  aStep({ kind: "verified", onDay: "2024-03-18", documentNumber: null, data: { result: "passed" } }),
  aStep({
    kind: "opinionCollected",
    onDay: "2024-04-10",
    documentNumber: null,
    data: { from: "massOrganisation" },
  }),
  aStep({
    kind: "opinionCollected",
    onDay: "2024-04-12",
    documentNumber: null,
    data: { from: "residenceCell" },
  }),
];

/** What lies before the cell when the probation that ended on 15/9/2025 is reviewed. */
export const PROBATION_PAPERS: readonly Step[] = [
  aStep({ kind: "selfReviewed", onDay: "2025-09-15", documentNumber: null, data: {} }),
  aStep({ kind: "helperReported", onDay: "2025-09-16", documentNumber: null, data: {} }),
  aStep({
    kind: "probationOpinionCollected",
    onDay: "2025-09-16",
    documentNumber: null,
    data: { from: "massOrganisation" },
  }),
  aStep({
    kind: "probationOpinionCollected",
    onDay: "2025-09-16",
    documentNumber: null,
    data: { from: "residenceCell" },
  }),
];

type Told = Partial<Omit<Case, "standing" | "book" | "person" | "cell" | "options">> & {
  options?: Partial<Case["options"]>;
  book?: Case["book"];
  person?: Partial<Case["person"]>;
  cell?: Partial<Case["cell"]>;
};

/** A candidate before the rules on a day, 25 years old with secondary school, in a cell of 20. */
export function aCase({
  steps = READY,
  onDay = "2024-05-03",
  today = "2024-05-04",
  person,
  cell,
  readmission = false,
  options,
  book = rulebookOn(onDay),
}: Told = {}): Case {
  return {
    person: {
      birthDate: "1998-08-12",
      birthYear: 1998,
      education: "upperSecondary",
      unionMember: true,
      occupation: "8",
      ethnicity: "01",
      religion: "none",
      religiousDignitary: null,
      foreignSpouse: false,
      privateOwner: false,
      ...person,
    },
    cell: {
      kind: "CELL",
      name: "Chi bộ thôn Phước Thọ 2",
      officialMembers: 20,
      hasUnion: true,
      decider: { kind: "UPPER", name: "Huyện ủy" },
      ...cell,
    },
    readmission,
    steps,
    standing: buildStanding(steps),
    book,
    options: { ...CENTRAL_OPTIONS, ...options },
    onDay,
    today,
  };
}

/** All convened are present and agree, unless told. */
export function aVote({ convened = 20, ...told }: Partial<Votes> = {}): Votes {
  const present = told.present ?? convened;
  const agreed = told.agreed ?? present;
  return { convened, present, agreed, disagreed: present - agreed, other: 0, ...told };
}

/** A step of a kind on a day, with its facts. */
export const given = <Kind extends StepKind>(
  kind: Kind,
  onDay: string,
  data: StepFacts[Kind] = {} as StepFacts[Kind],
  documentNumber: string | null = null,
): Step => aStep({ kind, onDay, documentNumber, data } as unknown as NewStep);

/** The ready dossier without some kinds of steps, and with others. */
export const readyWith = (more: readonly Step[] = [], without: readonly StepKind[] = []): Step[] => [
  ...READY.filter(({ kind }) => !without.includes(kind)),
  ...more,
];
