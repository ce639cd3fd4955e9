import type { CandidateDetails } from "@/lib/pipeline/repository/candidates";
import { formatDay } from "@/lib/shared/days";

/** A person as the fields of the form are filled; what is unknown stays empty. */
export function personValues(person: CandidateDetails["person"]): Record<string, string> {
  const yesNo = (value: boolean | null) => (value === null ? "" : value ? "yes" : "no");
  return {
    name: person.name,
    birth: person.birthDate ? formatDay(person.birthDate) : String(person.birthYear),
    sex: person.sex ?? "",
    ethnicity: person.ethnicity ?? "",
    religion: person.religion ?? "",
    occupation: person.occupation ?? "",
    education: person.education ?? "",
    profession: person.profession ?? "",
    politicalTheory: person.politicalTheory ?? "",
    unionMember: yesNo(person.unionMember),
    privateOwner: yesNo(person.privateOwner),
    foreignSpouse: yesNo(person.foreignSpouse),
    religiousDignitary: yesNo(person.religiousDignitary),
  };
}
