import "server-only";
import { notFound } from "next/navigation";
import { logRead } from "@/lib/access/audit";
import { can, type UnitScope, withScope } from "@/lib/access/gate";
import { findLineUp } from "@/lib/organisation/repository/units";
import { type CandidateDetails, findCandidate } from "@/lib/pipeline/repository/candidates";
import { buildStanding, effectiveSteps } from "@/lib/pipeline/rules/standing";
import type { PlainDate } from "@/lib/shared/days";
import { defaultTemplate } from "../export/default-template";
import { decisionFileName, fileNameOf, type WordFile } from "../export/file";
import { fillTemplate } from "../export/fill";
import { findDecidedOn, findProvince } from "../repository/letterheads";
import { findTemplateBytes, findTemplates } from "../repository/templates";
import { type DatedForm, type Form, formNamed, formsOn } from "../rules/catalogue";
import { chooseTemplate } from "../rules/choice";
import { issuerLine } from "../rules/heading";
import { type Bodies, bodiesOf, type LetterUnit } from "../rules/letterhead";
import { decisionForm, type OfferFacts, offerForms } from "../rules/offer";
import { buildRecord, documentDay } from "../rules/record";

/** The forms of a dossier's menu: those that fit its step first. */
export type CandidateForms = { candidateId: string; fitting: DatedForm[]; others: DatedForm[] };

/** What "In mẫu" offers on a candidate's page; null for those who see people masked. */
export function loadCandidateForms(candidateId: string): Promise<CandidateForms | null> {
  return withScope("candidate.read", async (scope) => {
    if (!can(scope.actor, "form.print")) return null;
    const dossier = await dossierOf(scope, candidateId);
    return { candidateId, ...offerForms(formsOn(scope.today, dossier.province), offerFacts(dossier)) };
  });
}

/** One form, filled from the dossier; that it was printed is logged, with which form. */
export function loadFilledForm(candidateId: string, formId: string): Promise<WordFile> {
  return withScope("form.print", async (scope) => {
    const dossier = await dossierOf(scope, candidateId);
    const known = formNamed(formId) ?? notFound();
    return printed(scope, dossier, known);
  });
}

/** One form of several people, each filled from the dossier, and every one of them logged. */
export function loadFilledForms(candidateIds: readonly string[], formId: string): Promise<WordFile[]> {
  return withScope(
    "form.print",
    async (scope) => {
      const known = formNamed(formId) ?? notFound();
      const files: WordFile[] = [];
      for (const id of candidateIds) files.push(await printed(scope, await dossierOf(scope, id), known));
      return files;
    },
    { timeoutMs: 60_000 },
  );
}

/** The decisions of one day in one's range, each filled from its dossier; every one of them is logged. */
export function loadDecisionsOf(day: PlainDate): Promise<WordFile[]> {
  return withScope(
    "form.print",
    async (scope) => {
      const files: WordFile[] = [];
      for (const { id, number } of await findDecidedOn(scope, day)) {
        const dossier = await dossierOf(scope, id);
        const form = decisionForm(formsOn(day, dossier.province), offerFacts(dossier)) ?? notFound();
        const { bytes } = await printed(scope, dossier, form);
        files.push({ name: decisionFileName(number, id), bytes });
      }
      return files;
    },
    { timeoutMs: 60_000 },
  );
}

async function printed(scope: UnitScope, dossier: Dossier, known: Form): Promise<WordFile> {
  const { candidate, bodies, line, province } = dossier;
  const day = documentDay(known, candidate.steps) ?? scope.today;
  const form = formsOn(day, province).find(({ id }) => id === known.id) ?? notFound();
  const { person, source, steps } = candidate;
  const record = buildRecord(form, { person, source, steps, line }, scope.today);
  const template = await templateOf(scope, form, issuerLine(form, bodies), day);
  await logRead(scope, {
    action: "printForm",
    subject: "candidate",
    subjectId: candidate.id,
    unitOrd: candidate.unitOrd,
    details: { form: form.id },
  });
  return { name: fileNameOf(form, candidate.id, day), bytes: await fillTemplate(template, record) };
}

function offerFacts({ candidate, bodies }: Dossier): OfferFacts {
  const { person, readmission, source, steps } = candidate;
  const referred = effectiveSteps(steps).findLast((step) => step.kind === "referred");
  return {
    standing: buildStanding(steps),
    readmission,
    unionMember: person.unionMember,
    source,
    combination: referred?.data.combination ?? null,
    occupation: person.occupation,
    bodies,
  };
}

type Dossier = {
  candidate: CandidateDetails;
  line: [LetterUnit, ...LetterUnit[]];
  bodies: Bodies;
  province: string | null;
};

async function dossierOf(scope: UnitScope, candidateId: string): Promise<Dossier> {
  const candidate = (await findCandidate(scope, candidateId)) ?? notFound();
  const [cell, ...above] = await findLineUp(scope, candidate.cell.id);
  if (!cell) notFound();
  const line: Dossier["line"] = [cell, ...above];
  const province = await findProvince(
    scope,
    line.map(({ id }) => id),
  );
  return { candidate, line, bodies: bodiesOf(line), province };
}

/** The bytes of the template that holds for the issuing unit on the day. */
async function templateOf(
  scope: UnitScope,
  form: DatedForm,
  line: readonly LetterUnit[],
  day: string,
): Promise<Uint8Array> {
  const unitIds = line.map(({ id }) => id);
  const own = chooseTemplate(await findTemplates(scope, unitIds, form.id), form.id, unitIds, day);
  return (own && (await findTemplateBytes(scope, own.id))) ?? defaultTemplate(form);
}
