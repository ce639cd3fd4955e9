import { expect, test, vi } from "vitest";
import { type HandedOver, missingOf } from "@/lib/handover/rules";
import { firstValidCertificate } from "@/lib/reports/repository/live";
import { predicateOf } from "@/lib/reports/repository/predicate";
import { bandFigure, type Figure } from "@/lib/reports/rules/figure";

vi.mock("@/lib/pipeline/rulebook", async (original) => ({
  ...(await original<object>()),
  rulebookOn: () => ({ probationMonths: 7, certificateMonths: 41 }),
}));

const PERIOD = { unit: "H", from: "2024-01-01", to: "2024-12-31", asOf: "2024-12-31" };
const parameters = { ...PERIOD, countBy: null, tree: "as-was" } as const;

test("the months of probation and of a certificate are those of the rulebook", () => {
  const due: Figure = {
    ...bandFigure("resolved", parameters, "ceremony"),
    what: { probation: "due", deadlines: [] },
  };
  expect(predicateOf(due).values).toContain(7);
  expect(predicateOf(bandFigure("certificateHeld", parameters, "decision")).values).toContain("2021-07-31");
  expect(predicateOf({ ...due, what: { live: "notSent" } }).values).toContain("2021-07-31");
});

test.each([
  ["2024-12-31", "2021-07-31"],
  ["2024-07-31", "2021-03-01"],
  ["2024-07-28", "2021-02-28"],
])("a certificate of 41 months is valid on %s from %s on", (asOf, first) => {
  expect(firstValidCertificate(asOf)).toBe(first);
});

test("the hand-over misses the official day from the end of the rulebook's probation", () => {
  const person = { admittedOn: "2024-01-15", recognisedOn: null, closedOn: null } as HandedOver;
  const misses = (today: string) => missingOf(person, today).some(({ key }) => key === "recognisedOn");
  expect([misses("2024-08-14"), misses("2024-08-15")]).toEqual([false, true]);
});
