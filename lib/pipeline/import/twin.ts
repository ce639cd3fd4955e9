import type { Match, Twin } from "@/lib/imports/answers";
import {
  educationLabel,
  ethnicityLabel,
  occupationLabel,
  professionLabel,
  religionLabel,
  sexLabel,
  theoryLabel,
} from "@/lib/people/labels";
import { formatDay } from "@/lib/shared/days";
import type { ImportPerson } from "../repository/bulk";
import type { Step } from "../rules/step";
import { type ColumnKey, headerOf, STEP_COLUMNS } from "./columns";
import type { DossierLine } from "./line";

type Known = Omit<
  ImportPerson,
  "id" | "version" | "unitId" | "citizenHash" | "citizenCipher" | "citizenLast4"
>;

const yesNo = (value: boolean | null): string => (value === null ? "Chưa rõ" : value ? "có" : "không");

/** The facts of a person that a row may contradict, in words. */
const FACTS: readonly { key: ColumnKey; fact: keyof Known; words: (person: Known) => string }[] = [
  { key: "name", fact: "name", words: ({ name }) => name },
  {
    key: "birth",
    fact: "birthDate",
    words: ({ birthDate, birthYear }) => (birthDate ? formatDay(birthDate) : String(birthYear)),
  },
  { key: "sex", fact: "sex", words: ({ sex }) => sexLabel(sex) },
  { key: "ethnicity", fact: "ethnicity", words: ({ ethnicity }) => ethnicityLabel(ethnicity) },
  { key: "religion", fact: "religion", words: ({ religion }) => religionLabel(religion) },
  { key: "occupation", fact: "occupation", words: ({ occupation }) => occupationLabel(occupation) },
  { key: "education", fact: "education", words: ({ education }) => educationLabel(education) },
  { key: "profession", fact: "profession", words: ({ profession }) => professionLabel(profession) },
  { key: "theory", fact: "politicalTheory", words: ({ politicalTheory }) => theoryLabel(politicalTheory) },
  { key: "union", fact: "unionMember", words: ({ unionMember }) => yesNo(unionMember) },
  { key: "owner", fact: "privateOwner", words: ({ privateOwner }) => yesNo(privateOwner) },
  { key: "foreignSpouse", fact: "foreignSpouse", words: ({ foreignSpouse }) => yesNo(foreignSpouse) },
];

/** What the row says otherwise than what is recorded; what it leaves empty or fills in is no difference. */
function differencesOf(line: DossierLine, person: Known, steps: readonly Step[]): Twin["differs"] {
  const facts = FACTS.flatMap(({ key, fact, words }) => {
    const [given, known] = [line.person[fact], person[fact]];
    if (given === null || known === null || given === known) return [];
    return [{ label: headerOf(key), file: words(line.person), recorded: words(person) }];
  });
  const days = STEP_COLUMNS.flatMap(({ key, kind }) => {
    const given = line.steps.find((step) => step.kind === kind);
    const known = steps.findLast((step) => step.kind === kind);
    if (!given || !known || given.onDay === known.onDay) return [];
    return [{ label: headerOf(key), file: formatDay(given.onDay), recorded: formatDay(known.onDay) }];
  });
  return [...facts, ...days];
}

const CHOICES: Record<Twin["because"], { choices: readonly Match[]; usual: Match | null }> = {
  number: { choices: ["same", "update"], usual: null },
  cell: { choices: ["update", "same", "other"], usual: "update" },
  elsewhere: { choices: ["other", "same", "update"], usual: "other" },
};

/** The question to whoever sends the file, or null where nothing is to be decided. */
export function twinOf(
  line: DossierLine,
  because: Twin["because"],
  known: { person: Known; steps: readonly Step[]; where: string },
  decided: Match | null,
  choices: readonly Match[] = CHOICES[because].choices,
): Twin | null {
  const differs = differencesOf(line, known.person, known.steps);
  if (because === "cell" && differs.length === 0 && decided === null) return null;
  return {
    row: line.row,
    because,
    name: known.person.name,
    where: known.where,
    differs,
    choices,
    usual: CHOICES[because].usual,
    decided: decided && choices.includes(decided) ? decided : null,
  };
}
