import { findingSentence } from "../labels/findings";
import { rulebookOn } from "../rulebook";
import { type Rule, reviewBy } from "../rules/case";
import { type CeremonyCase, ceremonyInTime } from "../rules/ceremony";
import { certificateHeld, certificateValid } from "../rules/certificate";
import { type DecisionCase, decidedInTime } from "../rules/decision";
import { dossierFresh } from "../rules/dossier";
import { educated, notOverAge, oldEnough } from "../rules/eligibility";
import { CENTRAL_OPTIONS } from "../rules/options";
import { buildStanding } from "../rules/standing";
import type { Step } from "../rules/step";
import { type ColumnKey, headerOf } from "./columns";
import type { DossierLine } from "./line";

const AT_CELL: readonly Rule[] = [
  oldEnough,
  notOverAge,
  educated,
  certificateHeld,
  certificateValid,
  dossierFresh,
];

/** Records of the past come in as they were: a broken rule of procedure is a warning. */
export function warnOfProcedure(line: DossierLine, steps: readonly Step[], today: string): void {
  const standing = buildStanding(steps);
  const event = (onDay: string): DecisionCase & CeremonyCase => ({
    person: { ...line.person, religiousDignitary: null },
    cell: {
      kind: line.cell.kind,
      name: line.cell.name,
      officialMembers: null,
      hasUnion: null,
      decider: null,
    },
    readmission: line.readmission === true,
    steps,
    standing,
    book: rulebookOn(onDay),
    options: CENTRAL_OPTIONS,
    onDay,
    today,
    decision: null,
    ceremony: null,
  });
  const say = (key: ColumnKey, rules: readonly Rule<DecisionCase & CeremonyCase>[], onDay: string) => {
    for (const finding of reviewBy(rules, event(onDay)).findings) {
      if (
        finding.is === "educationUnknown" ||
        finding.is === "ageUncertain" ||
        finding.is === "dossierLapses"
      )
        continue;
      line.cells.warn(key, `${findingSentence(finding)} Vẫn nhập. (${headerOf(key)})`, finding.rule);
    }
  };
  if (standing.cellResolvedOn) say("cell-resolved", AT_CELL, standing.cellResolvedOn);
  if (standing.decidedOn) say("decided", [decidedInTime], standing.decidedOn);
  if (standing.admittedOn) say("admitted", [ceremonyInTime], standing.admittedOn);
  warnOfOrder(line, standing);
}

const ORDER: readonly [
  earlier: keyof ReturnType<typeof buildStanding>,
  later: keyof ReturnType<typeof buildStanding>,
  key: ColumnKey,
  words: string,
][] = [
  ["introducedOn", "sympathiserOn", "sympathiser", "ngày giới thiệu"],
  ["appliedOn", "cellResolvedOn", "cell-resolved", "ngày viết đơn"],
  ["cellResolvedOn", "baseResolvedOn", "base-resolved", "ngày nghị quyết chi bộ"],
  ["baseResolvedOn", "submittedOn", "submitted", "ngày nghị quyết đảng ủy cơ sở"],
  ["cellResolvedOn", "decidedOn", "decided", "ngày nghị quyết chi bộ"],
  ["submittedOn", "decidedOn", "decided", "ngày trình"],
];

function warnOfOrder(line: DossierLine, standing: ReturnType<typeof buildStanding>): void {
  for (const [earlier, later, key, words] of ORDER) {
    const [first, second] = [standing[earlier], standing[later]];
    if (typeof first === "string" && typeof second === "string" && second < first)
      line.cells.warn(key, `trước ${words}.`);
  }
}
