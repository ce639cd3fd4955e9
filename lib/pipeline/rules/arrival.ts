import { addMonths, type PlainDate } from "@/lib/shared/days";
import { rulebookOn } from "../rulebook";
import type { ArrivalInput } from "../schema/entry";
import type { Standing } from "./standing";
import type { NewStep } from "./step";

const PASSED = { votes: null, passed: true };

/**
 * The steps that somebody brings along from outside, closed by the move itself. `wrong` names the fields
 * whose day lies after today or before the day in front of it.
 */
export function arrivalSteps(
  input: ArrivalInput,
  cellName: string,
  today: PlainDate,
): { steps: NewStep[]; wrong: Record<string, string[]> } {
  const brought: [field: keyof ArrivalInput, step: NewStep | null][] = [
    [
      "introducedOn",
      { kind: "introduced", onDay: input.introducedOn, documentNumber: input.documentNumber, data: {} },
    ],
    ["sympathiserOn", plain("sympathiserRecognised", input.sympathiserOn)],
    ["certifiedOn", plain("certified", input.certifiedOn, input.certificateNumber)],
    ["appliedOn", plain("applied", input.appliedOn)],
    ["cvDeclaredOn", plain("cvDeclared", input.cvDeclaredOn)],
    ["cellResolvedOn", voted("cellVoted", input.cellResolvedOn)],
    ["baseResolvedOn", voted("baseVoted", input.baseResolvedOn)],
    ["submittedOn", plain("submitted", input.submittedOn)],
    ["decidedOn", plain("decided", input.decidedOn, input.decisionNumber)],
    ["admittedOn", plain("admitted", input.admittedOn)],
    [
      "letterOn",
      {
        kind: "transferred",
        onDay: input.letterOn,
        documentNumber: input.letterNumber,
        data: {
          fromCode: null,
          fromName: input.from,
          toCode: input.cell,
          toName: cellName,
          letter: input.letter,
          movedOn: input.movedOn,
          sameDecider: false,
        },
      },
    ],
  ];
  const wrong: Record<string, string[]> = {};
  let latest = "";
  for (const [field, step] of brought) {
    if (!step) continue;
    if (step.onDay > today) wrong[field] = ["Ngày này còn ở sau hôm nay."];
    else if (step.onDay < latest && field !== "certifiedOn")
      wrong[field] = ["Ngày này trước bước đứng trên."];
    if (step.onDay > latest) latest = step.onDay;
  }
  if (input.decidedOn && !input.decisionNumber)
    wrong.decisionNumber = ["Số quyết định: hãy ghi, ví dụ 83-QĐ/HU."];
  return { steps: brought.flatMap(([, step]) => (step ? [step] : [])), wrong };
}

/** A new dossier: the introduction, and the certificate of the earlier one while it is valid. */
export function stepsAgain(
  earlier: Standing,
  introducedOn: PlainDate,
  documentNumber: string | null,
): NewStep[] {
  const introduced: NewStep = { kind: "introduced", onDay: introducedOn, documentNumber, data: {} };
  const { certifiedOn, certificateNumber } = earlier;
  const stillValid =
    certifiedOn !== null && addMonths(certifiedOn, rulebookOn(introducedOn).certificateMonths) > introducedOn;
  const certificate = stillValid ? plain("certified", certifiedOn, certificateNumber) : null;
  return certificate ? [introduced, certificate] : [introduced];
}

type PlainKind =
  | "sympathiserRecognised"
  | "certified"
  | "applied"
  | "cvDeclared"
  | "submitted"
  | "decided"
  | "admitted";

function plain(
  kind: PlainKind,
  onDay: PlainDate | null,
  documentNumber: string | null = null,
): NewStep | null {
  return onDay === null ? null : ({ kind, onDay, documentNumber, data: {} } as NewStep);
}

function voted(kind: "cellVoted" | "baseVoted", onDay: PlainDate | null): NewStep | null {
  return onDay === null ? null : { kind, onDay, documentNumber: null, data: PASSED };
}
