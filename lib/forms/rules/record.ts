import { BLANK_DAY, officialDay, placeAndDay } from "@/lib/organisation/rules/letterhead";
import { committeeName } from "@/lib/organisation/rules/register";
import {
  educationLabel,
  ethnicityLabel,
  occupationLabel,
  professionLabel,
  religionLabel,
  sexLabel,
  theoryLabel,
} from "@/lib/people/labels";
import { combinationLabel, opinionFromLabel, type Source, sourceLabel } from "@/lib/pipeline/labels/words";
import type { CandidateDetails } from "@/lib/pipeline/repository/candidates";
import { rulebookOn } from "@/lib/pipeline/rulebook";
import { probationEnd } from "@/lib/pipeline/rules/probation";
import { buildStanding, effectiveSteps } from "@/lib/pipeline/rules/standing";
import type { OpinionFrom, Step, StepKind, VerificationResult, VoteData } from "@/lib/pipeline/rules/step";
import { formatDay, type PlainDate } from "@/lib/shared/days";
import { formatPercent, ratio } from "@/lib/shared/ratio";
import { type DatedForm, type Form, stepOfForm } from "./catalogue";
import { FIELDS, type FormRecord, LIST_FIELDS } from "./fields";
import { regulationOn, secretariatOn } from "./grounds";
import { headOf, issuerLine, numberLine } from "./heading";
import { type Bodies, bodiesOf, decidingBody, type LetterUnit } from "./letterhead";
import { BLANK } from "./wording";

/** What a form is filled from: the dossier, and the units from its cell up to the root. */
export type FormFacts = {
  person: Pick<
    CandidateDetails["person"],
    | "name"
    | "birthDate"
    | "birthYear"
    | "sex"
    | "ethnicity"
    | "religion"
    | "occupation"
    | "education"
    | "profession"
    | "politicalTheory"
  >;
  source: Source;
  steps: readonly Step[];
  line: readonly [LetterUnit, ...LetterUnit[]];
};

/** What a form written by hand says of the dossier: name and units, nothing else (domain §3.6). */
const ON_BLANK_FORMS = new Set([
  "ma_mau",
  "ho_ten",
  "chi_bo",
  "dang_bo_co_so",
  "dang_uy_co_so",
  "dang_uy_bo_phan",
  "noi_bao_cao",
]);

/**
 * The day of the paper: that of its step once it is recorded, else null. Of a recognition it is the day of
 * the decision, not the one from which it counts.
 */
export function documentDay(form: Pick<Form, "id">, steps: readonly Step[]): PlainDate | null {
  const kind = stepOfForm(form);
  const step = kind && effectiveSteps(steps).findLast((known) => known.kind === kind);
  if (!step) return null;
  return step.kind === "recognised" ? (step.data.decidedOn ?? null) : step.onDay;
}

/** Every field of a form, from the record; what is not known is a dotted line to write on. */
export function buildRecord(form: DatedForm, facts: FormFacts, today: PlainDate): FormRecord {
  const bodies = bodiesOf(facts.line);
  const steps = effectiveSteps(facts.steps);
  const day = documentDay(form, steps);
  const kind = stepOfForm(form);
  const known: Record<string, string | null> = {
    ma_mau: form.code === null ? "" : `(Mẫu ${form.code})`,
    ...headOf(form, bodies, day ?? today),
    so_van_ban: numberLine(
      form,
      bodies,
      steps.findLast((step) => step.kind === kind)?.documentNumber ?? null,
    ),
    noi_va_ngay: placeAndDay(issuerLine(form, bodies), day),
    quy_dinh: regulationOn(day ?? today),
    huong_dan: secretariatOn(day ?? today),
    ...organisations(bodies, day ?? today),
    ...personFields(facts),
    ...sourcingFields(steps),
    ...voteFields("chi_bo_hop", steps, "cellVoted"),
    ...voteFields("dang_uy_hop", steps, "baseVoted"),
    ...voteFields("quyet_dinh_hop", steps, "decisionVoted"),
    ...voteFields("cong_nhan_hop", steps, "recognitionVoted"),
    ...voteFields("cong_nhan_dang_uy_hop", steps, "recognitionBaseVoted"),
    ...decisionFields(steps),
    ...endingFields(steps),
  };
  const kept = (name: string) => form.writer !== "person" || ON_BLANK_FORMS.has(name);
  return {
    ...Object.fromEntries(
      FIELDS.map(({ name }) => [name, (kept(name) ? known[name] : null) ?? blankOf(name)]),
    ),
    ...Object.fromEntries(
      LIST_FIELDS.map((list) => {
        const rows = kept(list.name) ? listRows(list.name, steps) : [];
        const blank = Object.fromEntries(list.fields.map(({ name }) => [name, BLANK]));
        return [list.name, rows.length > 0 ? rows : [blank]];
      }),
    ),
  };
}

/** A record in which nothing is known but the form's number and the units of this line. */
export function buildBlankRecord(
  form: DatedForm,
  line: readonly [LetterUnit, ...LetterUnit[]],
  today: PlainDate,
): FormRecord {
  const unknown = {
    name: BLANK,
    birthDate: null,
    birthYear: 0,
    sex: null,
    ethnicity: null,
    religion: null,
    occupation: null,
    education: null,
    profession: null,
    politicalTheory: null,
  };
  return buildRecord(form, { person: unknown, source: "CELL", steps: [], line }, today);
}

const blankOf = (name: string): string =>
  /^ngay_|_tu_ngay$/.test(name)
    ? BLANK_DAY
    : /_(trieu_tap|co_mat|vang|tan_thanh)$/.test(name)
      ? "………"
      : BLANK;

const shown = (value: unknown, words: string): string | null => (value === null ? null : words);
const day = (of: PlainDate | null | undefined): string | null => (of ? officialDay(of) : null);

function organisations(bodies: Bodies, onDay: PlainDate): Record<string, string | null> {
  const { cell, section, base, decider, province } = bodies;
  const committee = (unit: LetterUnit | null) => unit && committeeName(unit.name);
  const reportsTo = section ?? (base && base.id !== cell.id ? base : (bodies.line[1] ?? null));
  return {
    chi_bo: cell.name,
    dang_uy_bo_phan: committee(section),
    dang_bo_co_so: base?.name ?? null,
    dang_uy_co_so: committee(base),
    noi_bao_cao: committee(reportsTo),
    cap_uy_quyet_dinh: committee(decider),
    cap_quyet_dinh: decidingBody(bodies, onDay),
    cap_uy_tinh: committee(province),
  };
}

function personFields({ person, source }: FormFacts): Record<string, string | null> {
  return {
    ho_ten: person.name,
    ho_ten_hoa: person.name.toLocaleUpperCase("vi"),
    sinh_ngay: person.birthDate ? formatDay(person.birthDate) : String(person.birthYear || BLANK),
    gioi_tinh: shown(person.sex, sexLabel(person.sex)),
    dan_toc: shown(person.ethnicity, ethnicityLabel(person.ethnicity)),
    ton_giao: shown(person.religion, religionLabel(person.religion)),
    nghe_nghiep: shown(person.occupation, occupationLabel(person.occupation)),
    hoc_van: shown(person.education, educationLabel(person.education)),
    chuyen_mon: shown(person.profession, professionLabel(person.profession)),
    ly_luan: shown(person.politicalTheory, theoryLabel(person.politicalTheory)),
    nguon: sourceLabel(source),
  };
}

/** The last step of a kind, typed by it. */
function last<Kind extends StepKind>(
  steps: readonly Step[],
  kind: Kind,
): Extract<Step, { kind: Kind }> | undefined {
  return steps.findLast((step): step is Extract<Step, { kind: Kind }> => step.kind === kind);
}

function sourcingFields(steps: readonly Step[]): Record<string, string | null> {
  const standing = buildStanding(steps);
  const sympathiser = last(steps, "sympathiserRecognised");
  const certified = last(steps, "certified");
  const referred = last(steps, "referred");
  const verified = last(steps, "verified");
  const [first, second] = referred?.data.referrers ?? [];
  return {
    ngay_gioi_thieu: day(standing.introducedOn),
    ngay_cam_tinh: day(sympathiser?.onDay),
    so_nghi_quyet_cam_tinh: sympathiser?.documentNumber ?? null,
    dang_vien_giup_do: standing.helpers.map(({ name }) => name).join(", ") || null,
    so_chung_nhan_nhan_thuc: certified?.documentNumber ?? null,
    ngay_chung_nhan_nhan_thuc: day(certified?.onDay),
    noi_cap_nhan_thuc: certified?.data.issuer ?? null,
    ngay_don: day(standing.appliedOn),
    ngay_ly_lich: day(standing.cvDeclaredOn),
    ngay_gioi_thieu_vao_dang: day(referred?.onDay),
    nguoi_gioi_thieu_1: first?.name ?? null,
    nguoi_gioi_thieu_2: second?.name ?? null,
    truong_hop_gioi_thieu: referred ? combinationLabel(referred.data.combination) : null,
    so_nghi_quyet_doan_the: referred?.documentNumber ?? null,
    ngay_tham_tra: day(standing.verifiedOn ?? verified?.onDay),
    ket_qua_tham_tra: verificationWords(standing.verifiedOn ? "passed" : verified?.data.result),
    ngay_y_kien: day(standing.opinionsOn),
  };
}

function verificationWords(result: VerificationResult | undefined): string | null {
  switch (result) {
    case undefined:
      return null;
    case "passed":
      return "đạt";
    case "notPassed":
      return "không đạt";
    case "concludedAbove":
      return "chờ cấp trên kết luận";
  }
}

type VoteKind = "cellVoted" | "baseVoted" | "decisionVoted" | "recognitionVoted" | "recognitionBaseVoted";

function voteFields(prefix: string, steps: readonly Step[], kind: VoteKind): Record<string, string | null> {
  const step = last(steps, kind);
  const { votes = null, ballot }: Partial<VoteData> = step?.data ?? {};
  const percent = votes && ratio(votes.agreed, votes.convened).percent;
  return {
    [`ngay_${prefix}`]: day(step?.onDay),
    [`so_nghi_quyet_${prefix}`]: step?.documentNumber ?? null,
    [`${prefix}_trieu_tap`]: votes && String(votes.convened),
    [`${prefix}_co_mat`]: votes && String(votes.present),
    [`${prefix}_vang`]: votes && String(votes.convened - votes.present),
    [`${prefix}_tan_thanh`]: votes && String(votes.agreed),
    [`${prefix}_khong_tan_thanh`]: votes && String(votes.disagreed),
    [`${prefix}_ty_le`]: percent === null ? "……… %" : formatPercent(percent),
    [`${prefix}_hinh_thuc`]:
      votes && ballot ? (ballot === "secret" ? "bỏ phiếu kín" : "biểu quyết bằng thẻ đảng viên") : null,
  };
}

function decisionFields(steps: readonly Step[]): Record<string, string | null> {
  const standing = buildStanding(steps);
  const decided = last(steps, "decided");
  const admitted = last(steps, "admitted");
  const newMember = last(steps, "newMemberCertified");
  const recognised = last(steps, "recognised");
  const revoked = last(steps, "decisionRevoked");
  const endsOn = standing.admittedOn && probationEnd(standing, rulebookOn(standing.admittedOn));
  return {
    so_quyet_dinh: decided?.documentNumber ?? null,
    ngay_quyet_dinh: day(decided?.onDay),
    ngay_nhan_quyet_dinh: day(decided?.data.receivedOn),
    ngay_ket_nap: day(admitted?.onDay),
    dang_vien_giup_do_du_bi: admitted?.data.helper ?? null,
    ngay_het_du_bi: day(endsOn),
    so_chung_nhan_dang_vien_moi: newMember?.documentNumber ?? null,
    ngay_chung_nhan_dang_vien_moi: day(newMember?.onDay),
    so_quyet_dinh_cong_nhan: recognised?.documentNumber ?? null,
    ngay_quyet_dinh_cong_nhan: day(recognised?.data.decidedOn),
    cong_nhan_tu_ngay: day(recognised?.onDay),
    so_quyet_dinh_huy: revoked?.documentNumber ?? null,
    ngay_huy: day(revoked?.onDay),
    ly_do_huy: revoked?.data.reason ?? null,
  };
}

/** Where a person moved, and why a probationary member was taken off the list. */
function endingFields(steps: readonly Step[]): Record<string, string | null> {
  const closed = last(steps, "closed");
  const moves = steps.filter((step) => step.kind !== "transferred" || !step.data.reorganisation);
  return {
    noi_den: last(moves, "transferred")?.data.toName ?? null,
    ly_do_xoa_ten: closed?.data.reason === "removed" ? (closed.data.note ?? null) : null,
  };
}

function listRows(list: string, steps: readonly Step[]): Record<string, string>[] {
  switch (list) {
    case "ds_giup_do":
      return steps.flatMap((step) =>
        step.kind === "helperAssigned"
          ? [{ ten: step.data.name, tu_ngay: officialDay(step.onDay), den_ngay: helpedUntil(step, steps) }]
          : [],
      );
    case "ds_y_kien":
      return opinionRows(steps, "opinionCollected");
    case "ds_y_kien_du_bi":
      return opinionRows(steps, "probationOpinionCollected");
    default:
      return [];
  }
}

function helpedUntil(from: Extract<Step, { kind: "helperAssigned" }>, steps: readonly Step[]): string {
  const ended = steps.find(
    (step) => step.kind === "helperEnded" && step.data.name === from.data.name && step.onDay >= from.onDay,
  );
  return ended ? `đến ${officialDay(ended.onDay)}` : "đến nay";
}

function opinionRows(
  steps: readonly Step[],
  kind: "opinionCollected" | "probationOpinionCollected",
): Record<string, string>[] {
  return steps.flatMap((step) =>
    step.kind === kind
      ? [
          {
            cua: opinionFromLabel((step.data as { from: OpinionFrom }).from),
            ngay: officialDay(step.onDay),
            so: step.documentNumber ?? "–",
          },
        ]
      : [],
  );
}
