import { stageLabel } from "@/lib/pipeline/labels/words";
import { STAGES } from "@/lib/pipeline/rules/standing";
import type { FigurePerson } from "../repository/figures";

/** As a list on the screen shows a person: never more of the birth date than the year. */
export type ShownPerson = Omit<FigurePerson, "birthDate" | "givenName" | "step"> & { stepLabel: string };

/** A person of a figure as a list shows them. */
export function preparePerson({
  birthDate: _date,
  givenName: _given,
  step,
  ...person
}: FigurePerson): ShownPerson {
  const stage = STAGES.find((known) => known === step);
  return { ...person, stepLabel: stage ? stageLabel(stage) : "" };
}
