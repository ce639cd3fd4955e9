import { citizenNumberFaults } from "@/lib/people/rules";
import type { PersonInput } from "../schema/person";

/** A finding of entering a person: who else it may be, or what the number says. */
export type EntryFinding =
  | { is: "sameNumber"; blocks: true; candidateId: string | null; unitName: string | null }
  | { is: "samePerson"; blocks: true; candidateId: string | null; unitName: string | null }
  | { is: "changedMeanwhile"; blocks: true; by: string | null };

/** What keeps a step from being taken back: another's change, or that a class gave the certificate. */
export type UndoFinding =
  | { is: "changedMeanwhile"; blocks: true; by: string | null }
  | { is: "ofClass"; blocks: true; classId: string; name: string; organiser: string; mayOpen: boolean };

/** Somebody known who may be the same person. */
type Likely = { candidateId: string | null; byNumber: boolean; unitName: string | null };

/** What is wrong with a person as typed, by field; the citizen number as R-52 says. */
export function personFaults(
  person: PersonInput,
  introducedOn: string,
  today: string,
): Record<string, string[]> {
  const wrong: Record<string, string[]> = {};
  if ((person.birthDate ?? `${person.birthYear}-01-01`) > today)
    wrong.birth = ["Ngày sinh: còn ở sau hôm nay."];
  if (introducedOn > today) wrong.introducedOn = ["Ngày giới thiệu: còn ở sau hôm nay."];
  if (person.birthDate && introducedOn < person.birthDate)
    wrong.introducedOn = ["Ngày giới thiệu: trước ngày sinh."];
  const faults = person.citizenNumber ? citizenNumberFaults(person.citizenNumber, person) : [];
  if (faults.length > 0)
    wrong.citizenNumber = ["Số định danh: không khớp năm sinh, giới tính hoặc mã tỉnh. Hãy xem lại."];
  return wrong;
}

/** Who the person may be already: the same number always counts, the same name and birth until it is denied. */
export function sameFindings(likely: readonly Likely[], otherPerson: boolean): EntryFinding[] {
  return likely
    .filter(({ byNumber }) => byNumber || !otherPerson)
    .map(({ byNumber, candidateId, unitName }) => ({
      is: byNumber ? "sameNumber" : "samePerson",
      blocks: true,
      candidateId,
      unitName,
    }));
}
