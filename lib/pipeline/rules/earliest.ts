import { addMonths, type PlainDate } from "@/lib/shared/days";
import { addWorkingDays } from "@/lib/shared/working-days";
import { type Rulebook, rulebookOn } from "../rulebook";
import type { Case } from "./case";
import type { Finding, RuleId } from "./finding";
import { calendarOf, type ProvinceOptions } from "./options";
import { reviewCellVote, reviewCeremony, reviewDecision } from "./review";
import { buildStanding, currentSteps, effectiveSteps, type Standing } from "./standing";
import type { NewStep, Step, StepKind } from "./step";
import { isSettled, requiredTargets } from "./verification";
import { latest, type Needs, putOff } from "./vote-needs";

/** How long a step usually takes, in working days; the user may change each. */
export type UsualDays = {
  /** From the opening of the class to its certificate. */
  study: number;
  /** From the sending of a verification to its last answer. */
  verification: number;
  /** From the cell's resolution to the base committee's. */
  base: number;
  /** From the cell's resolution to the decision. */
  decision: number;
  /** From the decision to the ceremony. */
  ceremony: number;
};

/**
 * What is supposed: the opening of the next class and the cell's next meeting (it meets on that date of every
 * month); null: any day.
 */
export type Assumptions = { classOn: PlainDate | null; meetingOn: PlainDate | null; usual: UsualDays };

/** A class of a few days, and its certificate soon after; no rule says how long. */
const STUDY_DAYS = 10;

/** The longest that the rules allow, where the unit's own history says nothing. */
export function longestAllowed(book: Rulebook, options: ProvinceOptions): UsualDays {
  return {
    study: STUDY_DAYS,
    verification: book.verificationWorkingDays,
    base: options.baseWorkingDays ?? book.decisionWorkingDays,
    decision: options.decisionWorkingDays ?? book.decisionWorkingDays,
    ceremony: book.ceremonyWorkingDays,
  };
}

/**
 * What fixes the day of a step: a rule or the order of the steps (one day earlier is refused), the class, the
 * meeting, the usual days, the step before it, or only that it is not done yet.
 */
export type Bound = "rule" | "order" | "class" | "meeting" | "usual" | "step" | "today";

/** One step still to come, on the first day on which it can lie. */
export type Link = { step: StepKind; onDay: PlainDate; bound: Bound; rule: RuleId };

/** `obstacles` are findings that no day mends; with one there is no day of admission. */
export type Earliest = {
  links: Link[];
  /** The steps as they would be recorded, behind those that are there. */
  steps: Step[];
  decidedOn: PlainDate | null;
  admittedOn: PlainDate | null;
  obstacles: Finding[];
};

/**
 * The earliest lawful day of admission under these assumptions: plays the missing steps one after the other,
 * each on its first possible day, and lets the same rules judge that judge the forms.
 */
export function earliestAdmission(event: Case, assumed: Assumptions): Earliest {
  const plan = new Plan(event, assumed);
  if (!plan.standing.decidedOn) {
    if (!plan.standing.cellResolvedOn) plan.playCell();
    plan.playDecision();
  }
  plan.playCeremony();
  return plan.told();
}

/** The step that is waited for longest: what holds this dossier most. */
export function longestWait(links: readonly Link[], today: PlainDate): Link | null {
  let [before, longest, wait]: [PlainDate, Link | null, number] = [today, null, 0];
  for (const link of links) {
    const days = Date.parse(link.onDay) - Date.parse(before);
    if (days > wait) [longest, wait] = [link, days];
    if (link.onDay > before) before = link.onDay;
  }
  return longest;
}

/** How often the day of the vote is put off before the plan is given up. */
const TRIES = 8;

class Plan {
  private steps: Step[];
  private links: Link[] = [];
  private obstacles: Finding[] = [];
  private known: { steps: Step[]; standing: Standing } | null = null;

  constructor(
    private readonly event: Case,
    private readonly assumed: Assumptions,
  ) {
    this.steps = [...effectiveSteps(event.steps)];
    if (this.standing.transfer)
      this.play({ kind: "transferReceived", ...this.bare(event.today) }, "today", "R-50");
  }

  /** What the steps say so far; asked often, so kept until a step is added. */
  get standing(): Standing {
    if (this.known?.steps !== this.steps)
      this.known = { steps: this.steps, standing: buildStanding(this.steps) };
    return this.known.standing;
  }

  told(): Earliest {
    const { decidedOn, admittedOn } = this.standing;
    const lawful = this.obstacles.length === 0;
    return {
      links: this.links,
      steps: this.steps,
      decidedOn: lawful ? decidedOn : null,
      admittedOn: lawful ? admittedOn : null,
      obstacles: this.obstacles,
    };
  }

  /** Everything the cell needs before it votes, then the vote; put off as long as a rule says which day is right. */
  playCell(): void {
    const before = { steps: this.steps, links: this.links };
    let needs: Needs = { notBefore: null, newCertificate: false, renewOn: null };
    for (let turn = 0; turn < TRIES; turn++) {
      this.steps = before.steps;
      this.links = [...before.links];
      const onDay = this.playPapers(needs);
      const blocking = this.findingsOn(onDay).filter((finding) => finding.blocks);
      const changed = putOff(needs, blocking, { onDay, today: this.event.today });
      if (changed === null) {
        this.obstacles = blocking;
        this.vote(onDay, needs);
        return;
      }
      needs = changed;
    }
    this.obstacles = this.findingsOn(this.event.today).filter(({ blocks }) => blocks);
  }

  /** Base committee, sending up, decision: each after the cell's resolution by its usual days. */
  playDecision(): void {
    const { cell, today } = this.event;
    const { usual } = this.assumed;
    if (this.standing.returnedTo === "cell" && this.standing.cellResolvedOn && !this.standing.returnedForVote)
      this.play({ kind: "resent", ...this.bare(today) }, "today", null);
    const resolvedOn = this.standing.cellResolvedOn ?? today;
    if (cell.kind !== "BASE_CELL" && !this.standing.baseResolvedOn) {
      const onDay = latest(today, resolvedOn, this.after(resolvedOn, usual.base));
      this.play(
        { kind: "baseVoted", ...this.bare(onDay), data: PASSED },
        this.boundOf(onDay, resolvedOn),
        "R-32",
      );
    }
    if (!this.standing.submittedOn) {
      const from = this.standing.baseResolvedOn ?? resolvedOn;
      const onDay = latest(today, from);
      this.play({ kind: "submitted", ...this.bare(onDay) }, this.boundOf(onDay, from), "R-31");
    }
    const from = this.standing.submittedOn ?? today;
    const onDay = latest(today, from, this.after(resolvedOn, usual.decision));
    this.judge(reviewDecision({ ...this.caseOn(onDay), decision: null }).findings);
    this.play({ kind: "decided", ...this.bare(onDay) }, this.boundOf(onDay, from), "R-31");
  }

  playCeremony(): void {
    const decidedOn = this.standing.decidedOn ?? this.event.today;
    const onDay = latest(this.event.today, decidedOn, this.after(decidedOn, this.assumed.usual.ceremony));
    this.judge(reviewCeremony({ ...this.caseOn(onDay), ceremony: null }).findings, "ceremonyLate");
    this.play({ kind: "admitted", ...this.bare(onDay) }, this.boundOf(onDay, decidedOn), "R-33");
  }

  /** The papers that are missing or would have run out, and the day on which the cell can meet about them. */
  private playPapers(needs: Needs): PlainDate {
    const { today, book, options } = this.event;
    const { classOn, usual } = this.assumed;
    const so = this.standing;

    const sympathiserOn = so.sympathiserOn ?? this.meetingFrom(today);
    if (!so.sympathiserOn)
      this.play(
        { kind: "sympathiserRecognised", ...this.bare(sympathiserOn) },
        this.boundOfMeeting(sympathiserOn, today),
        "R-07",
      );
    if (so.helpers.length === 0)
      this.add({
        kind: "helperAssigned",
        ...this.bare(sympathiserOn),
        data: { name: "", official: true, replacement: true },
      });
    if (options.parentsOpinion && !so.parentsAgreedOn)
      this.add({ kind: "parentsConsulted", ...this.bare(today), data: { agreed: true } });

    let certifiedOn = so.certifiedOn;
    if (!certifiedOn || needs.newCertificate) {
      const opensOn = latest(today, classOn);
      certifiedOn = addWorkingDays(opensOn, usual.study, calendarOf(options));
      this.play(
        { kind: "certified", ...this.bare(certifiedOn), data: {} },
        classOn ? "class" : "usual",
        "R-04",
      );
    }
    if (options.permissionToStart && !so.permittedOn)
      this.add({ kind: "permissionGranted", ...this.bare(latest(today, certifiedOn)) });
    const appliedOn = so.appliedOn ?? latest(today, certifiedOn, sympathiserOn);
    if (!so.appliedOn) {
      this.play({ kind: "applied", ...this.bare(appliedOn) }, appliedOn > today ? "step" : "today", null);
      if (!so.cvDeclaredOn) this.add({ kind: "cvDeclared", ...this.bare(appliedOn), data: {} });
    }
    const papersFrom = latest(today, so.appliedOn ? null : appliedOn, needs.renewOn);
    if (needs.renewOn !== null)
      this.play(
        { kind: "dossierRenewed", ...this.bare(papersFrom), data: { cvChanged: false } },
        "step",
        "R-23",
      );
    const verifiedOn = this.playVerification(papersFrom, book);
    const readyOn = latest(papersFrom, sympathiserOn, certifiedOn, verifiedOn);
    this.playOpinions(readyOn);
    return this.meetingFrom(latest(readyOn, needs.notBefore));
  }

  /** What was sent already is counted from that day, the rest from the day on which it can be sent. */
  private playVerification(sendableOn: PlainDate, book: Rulebook): PlainDate | null {
    const { options, today } = this.event;
    const so = this.standing;
    const open = requiredTargets(so.verification, book, options).filter((state) => !isSettled(state));
    if (so.verifiedOn && open.length === 0) return null;
    const sent = open.length > 0 && open.every(({ sentOn }) => sentOn !== null);
    const from = sent ? latest(...open.map(({ sentOn }) => sentOn)) : sendableOn;
    const onDay = latest(today, this.after(from, this.assumed.usual.verification));
    this.play(
      { kind: "verified", ...this.bare(onDay), data: { result: "passed" } },
      onDay > from ? "usual" : this.boundOf(onDay, from, "step"),
      "R-19",
    );
    if (so.commentedOn) this.add({ kind: "cellCommented", ...this.bare(onDay) });
    if (so.certificationOn)
      this.add({
        kind: "certificationGiven",
        ...this.bare(onDay),
        data: { qualified: true, politicalIssueOpen: so.politicsOpen },
      });
    return onDay;
  }

  private playOpinions(onDay: PlainDate): void {
    const valid = currentSteps(this.steps);
    const given = (from: string) =>
      valid.some((step) => step.kind === "opinionCollected" && step.data.from === from);
    const missing = (["massOrganisation", "residenceCell"] as const).filter((from) => !given(from));
    for (const from of missing) this.add({ kind: "opinionCollected", ...this.bare(onDay), data: { from } });
    if (missing.length > 0)
      this.link("opinionCollected", onDay, onDay > this.event.today ? "step" : "today", "R-22");
    if (!valid.some(({ kind }) => kind === "referred"))
      this.add({
        kind: "referred",
        ...this.bare(onDay),
        data: { combination: "twoMembers", referrers: [REFERRER, REFERRER] },
      });
  }

  private vote(onDay: PlainDate, { notBefore, rule }: Needs): void {
    const readyOn = latest(this.event.today, ...this.links.map((link) => link.onDay));
    const bound: Bound =
      onDay === notBefore ? "rule" : onDay > readyOn ? "meeting" : this.boundOf(onDay, readyOn);
    this.play(
      { kind: "cellVoted", ...this.bare(onDay), data: PASSED },
      bound,
      bound === "rule" ? (rule ?? null) : "R-25",
    );
  }

  private findingsOn(onDay: PlainDate): readonly Finding[] {
    return reviewCellVote({ ...this.caseOn(onDay), votes: null }).findings;
  }

  /** The case on a day to come, which is no longer in the future then. */
  private caseOn(onDay: PlainDate): Case {
    const steps = this.steps.filter((step) => step.onDay <= onDay);
    return {
      ...this.event,
      steps,
      standing: buildStanding(steps),
      book: rulebookOn(onDay),
      onDay,
      today: onDay,
    };
  }

  private judge(findings: readonly Finding[], ...apart: Finding["is"][]): void {
    const known = this.obstacles.map(({ is }) => is);
    this.obstacles = [
      ...this.obstacles,
      ...findings.filter(({ is, blocks }) => blocks && !known.includes(is) && !apart.includes(is)),
    ];
  }

  private meetingFrom(day: PlainDate): PlainDate {
    const { meetingOn } = this.assumed;
    if (meetingOn === null) return day;
    for (let months = 0; months < 60; months++) {
      const meeting = addMonths(meetingOn, months);
      if (meeting >= day) return meeting;
    }
    return day;
  }

  private after(day: PlainDate, workingDays: number): PlainDate {
    return addWorkingDays(day, workingDays, calendarOf(this.event.options));
  }

  private boundOfMeeting(onDay: PlainDate, readyOn: PlainDate): Bound {
    return onDay > readyOn ? "meeting" : "today";
  }

  /** Later than the step before: by usual days; on the same day: by the order, or only because it is not done yet. */
  private boundOf(onDay: PlainDate, before: PlainDate, same: Bound = "order"): Bound {
    if (onDay === this.event.today) return "today";
    return onDay > before ? "usual" : same;
  }

  private bare(onDay: PlainDate) {
    return { onDay, documentNumber: null, data: {} };
  }

  private play(step: NewStep, bound: Bound, rule: RuleId): void {
    this.add(step);
    this.link(step.kind, step.onDay, bound, rule);
  }

  private link(step: StepKind, onDay: PlainDate, bound: Bound, rule: RuleId): void {
    this.links = [...this.links, { step, onDay, bound, rule }];
  }

  private add(step: NewStep): void {
    const place = this.steps.length;
    const recorded = {
      ...step,
      id: `${place}`,
      recordedAt: `9999-${String(place).padStart(4, "0")}`,
      recordedByName: "",
      undoneAt: null,
    };
    this.steps = [...this.steps, recorded as Step];
  }
}

const PASSED = { votes: null, passed: true };
const REFERRER = { name: "", official: true, monthsTogether: null };
