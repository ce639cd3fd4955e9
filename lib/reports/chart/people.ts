import { stageLabel } from "@/lib/pipeline/labels/words";
import { STAGES } from "@/lib/pipeline/rules/standing";
import type { FigurePerson } from "../repository/figures";

/** As a list on the screen shows a person, with their page: never more of the birth date than the year. */
export type ShownPerson = Omit<FigurePerson, "birthDate" | "givenName" | "step"> & {
  stepLabel: string;
  href: string;
};

/** A person of a figure as a list shows them: a candidate, or who is none yet. */
export function preparePerson({
  birthDate: _date,
  givenName: _given,
  step,
  ...person
}: FigurePerson): ShownPerson {
  const { id } = person;
  if (step === "unionMember") return { ...person, stepLabel: "Đoàn viên", href: `/sources/members/${id}` };
  if (step === "referral")
    return { ...person, stepLabel: "Được giới thiệu", href: `/sources/referrals/${id}` };
  const stage = STAGES.find((known) => known === step);
  return { ...person, stepLabel: stage ? stageLabel(stage) : "", href: `/pipeline/${id}` };
}
