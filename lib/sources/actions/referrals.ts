"use server";

import { defineAction, refusedWith } from "@/lib/access/action";
import type { UnitScope } from "@/lib/access/gate";
import { findUnitByCode } from "@/lib/organisation/repository/units";
import { findLikelySame, saveCandidacy, savePersonEntry } from "@/lib/pipeline/repository/entry";
import { sameFindings } from "@/lib/pipeline/rules/entry";
import type { PersonInput } from "@/lib/pipeline/schema/person";
import { formatDay, yearOf } from "@/lib/shared/days";
import { referralSentence } from "../labels";
import { findReceivingCells } from "../repository/bulk";
import {
  findIntroducible,
  findReferral,
  type ReferralDetails,
  saveReferral,
  saveReturned,
  saveTakenUp,
  saveUnionReferrals,
} from "../repository/referrals";
import { findUnionUnit, type UnionUnit } from "../repository/units";
import { lastDayOfReferral, type ReferralFinding, reviewAnswer, reviewIntroduction } from "../rules/referral";
import { introductionSchema, referralSchema, returnSchema, takeUpSchema } from "../schema";

const refusedBy = (findings: ReferralFinding[]) => ({
  refused: findings,
  fieldErrors: { "": findings.map(referralSentence) },
});
const noCell = (code: string) => refusedWith(`Chi bộ nhận: không có chi bộ mang mã ${code}.`, "cell");

/** Introduces one or several outstanding members to a cell by the base union's resolution. */
export const introduceMembers = defineAction<typeof introductionSchema, UnionUnit, ReferralFinding>({
  name: "introduceMembers",
  permission: "union.change",
  schema: introductionSchema,
  target: (scope, { unit }) => findUnionUnit(scope, unit),
  async run({ scope, target: unit, input: { member, cell: code, onDay, resolution } }) {
    const [cell] = await findReceivingCells(scope, [code]);
    if (!cell) return noCell(code);
    const members = await findIntroducible(scope, unit, yearOf(onDay), member);
    const findings = reviewIntroduction(members, onDay, scope.today);
    if (findings.length > 0) return refusedBy(findings);
    const count = await saveUnionReferrals(
      scope,
      unit.id,
      members.map(({ id }) => id),
      { unitId: cell.id, onDay, until: lastDayOfReferral(onDay), resolution },
    );
    return {
      done: {
        message: `Đã giới thiệu ${count} đoàn viên cho ${cell.name}.`,
        redirectTo: `/sources/referrals?state=waiting&done=${count}`,
      },
    };
  },
  revalidates: ["/", "/sources"],
});

/** Introduces somebody on behalf of an organisation that keeps no register here, or of the cell itself. */
export const introducePerson = defineAction<typeof referralSchema, undefined, ReferralFinding>({
  name: "introducePerson",
  permission: "referral.record",
  schema: referralSchema,
  async run({ scope, input: { by, organisation, name, birth, sex, cell: code, onDay, resolution } }) {
    const cell = await findUnitByCode(scope, code);
    if (!cell || cell.closed || (cell.kind !== "CELL" && cell.kind !== "BASE_CELL")) return noCell(code);
    if (onDay > scope.today) return refusedBy([{ is: "dayInFuture", blocks: true }]);
    await saveReferral(
      scope,
      { name, ...birth, sex, by, organisation },
      { unitId: cell.id, onDay, until: lastDayOfReferral(onDay), resolution },
    );
    return {
      done: {
        message: `Đã ghi giới thiệu ${name}.`,
        redirectTo: "/sources/referrals?state=waiting&done=1",
      },
    };
  },
  revalidates: ["/", "/sources"],
});

/** The cell takes somebody up: a candidate with its source, the person joined to the union member. */
export const takeUpReferral = defineAction<typeof takeUpSchema, ReferralDetails, ReferralFinding>({
  name: "takeUpReferral",
  permission: "referral.answer",
  schema: takeUpSchema,
  target: (scope, input) => findReceived(scope, input.referralId),
  async run({ scope, target: referral, input: { onDay, otherPerson } }) {
    const findings = reviewAnswer(referral, onDay, scope.today);
    if (findings.length > 0) return refusedBy(findings);
    const person = personOf(referral);
    const same = sameFindings(await findLikelySame(scope, person), otherPerson);
    if (same.length > 0)
      return refusedBy(
        same.flatMap((finding) =>
          finding.is === "changedMeanwhile" ? [] : [{ ...finding, name: referral.name }],
        ),
      );

    const personId = await savePersonEntry(scope, person, referral.cell.id);
    const candidateId = await saveCandidacy(scope, {
      personId,
      cell: referral.cell,
      source: referral.by,
      readmission: false,
      steps: [{ kind: "introduced", onDay: referral.onDay, documentNumber: referral.resolution, data: {} }],
    });
    if (!(await saveTakenUp(scope, referral, candidateId, onDay)))
      return refusedBy([{ is: "changedMeanwhile", blocks: true }]);
    return {
      done: {
        message: `Đã tiếp nhận ${referral.name}.`,
        redirectTo: `/pipeline/${candidateId}?done=introduced`,
      },
    };
  },
  revalidates: ["/", "/sources", "/pipeline", "/quotas"],
});

/** The cell sends somebody back, with the reason that the sender reads. */
export const returnReferral = defineAction<typeof returnSchema, ReferralDetails, ReferralFinding>({
  name: "returnReferral",
  permission: "referral.answer",
  schema: returnSchema,
  target: (scope, input) => findReceived(scope, input.referralId),
  async run({ scope, target: referral, input: { onDay, reason, version } }) {
    const findings = reviewAnswer(referral, onDay, scope.today);
    if (findings.length > 0) return refusedBy(findings);
    if (!(await saveReturned(scope, { id: referral.id, version }, onDay, reason)))
      return refusedBy([{ is: "changedMeanwhile", blocks: true }]);
    return {
      done: {
        message: `Đã trả lại ngày ${formatDay(onDay)}.`,
        redirectTo: `/sources/referrals/${referral.id}?done=returned`,
      },
    };
  },
  revalidates: ["/", "/sources"],
});

/** A referral to one of the actor's own cells; one they sent is not theirs to answer. */
async function findReceived(scope: UnitScope, id: string): Promise<ReferralDetails | null> {
  const referral = await findReferral(scope, id);
  return referral && referral.cell.ord >= scope.lo && referral.cell.ord <= scope.hi ? referral : null;
}

function personOf({ name, birthDate, birthYear, sex, citizenNumber, by }: ReferralDetails): PersonInput {
  return {
    name,
    birthDate,
    birthYear,
    sex,
    citizenNumber,
    ethnicity: null,
    religion: null,
    occupation: null,
    education: null,
    profession: null,
    politicalTheory: null,
    unionMember: by === "UNION" ? true : null,
    privateOwner: null,
    foreignSpouse: null,
    religiousDignitary: null,
  };
}
