import { randomUUID } from "node:crypto";
import { actAs } from "@/lib/access/acting";
import { type UnitScope, withScope } from "@/lib/access/gate";
import { openSessionOf } from "@/lib/access/repository/operator";
import { writeMonthlyLetter } from "@/lib/briefings/actions/letters";
import { loadBeneath } from "@/lib/briefings/queries/briefings";
import { findBriefing, saveBriefing } from "@/lib/briefings/repository/briefings";
import { saveCaretaker } from "@/lib/briefings/repository/caretakers";
import { findAgreedAt, saveCommitment, saveReport, saveReview } from "@/lib/briefings/repository/commitments";
import { findDifficultiesOf, saveDifficulty, saveSettled } from "@/lib/briefings/repository/difficulties";
import type { Briefing, NamedUnit } from "@/lib/briefings/rules/briefing";
import { findUnitByCode } from "@/lib/organisation/repository/units";
import { addMonths, type PlainDate } from "@/lib/shared/days";
import { initialFormState } from "@/lib/shared/form-state";
import { demoBriefings, type ToldBriefing, type ToldCommittee } from "./briefings";

/** Records the briefings of the demo as their officers would, and the letter of the month that is over. */
export async function tellBriefings(today: PlainDate): Promise<void> {
  for (const committee of demoBriefings(today)) {
    const token = randomUUID();
    await openSessionOf(committee.login, token);
    await actAs(token, async () => {
      await withScope("briefing.hold", (scope) => tellCommittee(scope, committee, today));
      const form = new FormData();
      form.set("unit", committee.unit);
      form.set("month", addMonths(today, -1).slice(0, 7));
      await writeMonthlyLetter(initialFormState, form);
    });
  }
}

async function tellCommittee(scope: UnitScope, told: ToldCommittee, today: PlainDate): Promise<void> {
  const unit = await findUnitByCode(scope, told.unit);
  if (!unit) throw new Error(`the demo unit ${told.unit} is missing`);
  const beneath = await loadBeneath(scope, unit.id, today);
  const { from, names } = told.caretakers;
  for (const [place, one] of beneath.entries())
    await saveCaretaker(scope, one.id, { name: names[place % names.length] ?? "", from });
  let before: { briefing: Briefing; told: ToldBriefing } | null = null;
  for (const one of told.briefings) {
    const present = beneath.filter((_, place) => !one.absent.includes(place)).map(({ id }) => id);
    const { place, ledBy } = told;
    const id = await saveBriefing(scope, unit.id, { heldOn: one.heldOn, place, ledBy, present });
    const briefing = await findBriefing(scope, id);
    if (!briefing) throw new Error("a briefing of the demo was lost");
    if (before) await tellReviews(scope, briefing, before);
    await tellMatters(scope, briefing, beneath, one);
    before = { briefing, told: one };
  }
}

async function tellMatters(
  scope: UnitScope,
  briefing: Briefing,
  beneath: readonly NamedUnit[],
  { difficulties, commitments }: ToldBriefing,
): Promise<void> {
  const unitAt = (place: number | null) =>
    place === null ? briefing.unit : (beneath[place] ?? briefing.unit);
  for (const { unit, ...rest } of difficulties) await saveDifficulty(scope, briefing, unitAt(unit), rest);
  for (const one of await findDifficultiesOf(scope, briefing)) {
    const settledOn = difficulties.find(({ words }) => words === one.words)?.settledOn;
    if (settledOn) await saveSettled(scope, one, settledOn);
  }
  for (const { unit, ...rest } of commitments) await saveCommitment(scope, briefing, unitAt(unit), rest);
  const agreed = await findAgreedAt(scope, briefing);
  for (const { words, report } of commitments) {
    const found = agreed.find((one) => one.words === words);
    if (found && report !== undefined) await saveReport(scope, found.id, found.version, report);
  }
}

async function tellReviews(
  scope: UnitScope,
  briefing: Briefing,
  before: { briefing: Briefing; told: ToldBriefing },
): Promise<void> {
  for (const commitment of await findAgreedAt(scope, before.briefing)) {
    const next = before.told.commitments.find(({ words }) => words === commitment.words)?.next;
    if (next) await saveReview(scope, briefing, commitment, next);
  }
}
