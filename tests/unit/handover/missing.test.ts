import { expect, test } from "vitest";
import { birthText, completable, HAND_OVER_COLUMNS, type HandedOver, missingOf } from "@/lib/handover/rules";

const aPerson = (told: Partial<HandedOver> = {}): HandedOver => ({
  candidateId: "1",
  name: "Trần Thị Mai",
  sex: "female",
  birthDate: "1998-08-12",
  birthYear: 1998,
  ethnicity: "01",
  religion: "none",
  citizenNumber: "066198012345",
  unit: { code: "A-1", name: "Chi bộ thôn 1" },
  admittedOn: "2023-07-05",
  recognisedOn: "2024-07-20",
  closedOn: null,
  closedReason: null,
  ...told,
});

const lacks = (told: Partial<HandedOver>, today = "2024-10-01") =>
  completable(missingOf(aPerson(told), today)).map(({ key }) => key);

test("a complete person lacks what is on paper alone", () => {
  expect(lacks({})).toEqual([]);
  const paper = missingOf(aPerson(), "2024-10-01");
  expect(paper.map(({ key }) => key)).toEqual(
    HAND_OVER_COLUMNS.filter(({ required, kept }) => required && !kept).map(({ key }) => key),
  );
  expect(paper).toHaveLength(10);
});

test.each<[string, Partial<HandedOver>, string[]]>([
  ["no citizen number", { citizenNumber: null }, ["citizenNumber"]],
  ["a birth year is no birth day", { birthDate: null }, ["birth"]],
  ["nothing is guessed", { sex: null, ethnicity: null, religion: null }, ["sex", "ethnicity", "religion"]],
  ["decided and no ceremony yet", { admittedOn: null, recognisedOn: null }, ["admittedOn"]],
])("%s", (_what, told, keys) => {
  expect(lacks(told)).toEqual(keys);
});

test.each([
  ["2024-07-04", []],
  ["2024-07-05", ["recognisedOn"]],
])("the official day is asked for once the probation is over: on %s", (today, keys) => {
  expect(lacks({ recognisedOn: null }, today)).toEqual(keys);
});

test("who left before the end of probation never gets an official day", () => {
  expect(lacks({ recognisedOn: null, closedOn: "2024-01-05", closedReason: "died" })).toEqual([]);
});

test("a day as the database writes it, a bare year as it is", () => {
  expect(birthText(aPerson())).toBe("12/08/1998");
  expect(birthText(aPerson({ birthDate: null }))).toBe("1998");
});
