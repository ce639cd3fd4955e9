import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { findingSentence } from "@/lib/pipeline/labels/findings";
import { bookFieldLabel, bookValueLabel } from "@/lib/pipeline/labels/rules";
import { RULEBOOKS, rulebookNamed } from "@/lib/pipeline/rulebook";
import { DEADLINES, RULES } from "@/lib/pipeline/rules/catalogue";
import { answersSearch } from "@/lib/pipeline/rules/catalogue-search";
import { CENTRAL_OPTIONS, HANOI_OPTIONS } from "@/lib/pipeline/rules/options";
import { reviewCellVote, reviewDecision } from "@/lib/pipeline/rules/review";
import { rulebookChanges } from "@/lib/pipeline/rules/rulebook-changes";
import { isUnverified, RULE_TRUST, type RuleNumber } from "@/lib/pipeline/rules/trust";
import { sourceFiles } from "@/tests/structure/source-files";
import { foundIn } from "@/tests/support/boundaries";
import { aCase, given, readyWith } from "@/tests/support/pipeline";

const book = (name: string) => {
  const found = rulebookNamed(name);
  if (!found) throw new Error(`no book ${name}`);
  return found;
};
const rules = sourceFiles("lib/pipeline/rules").filter(({ path }) => !/(catalogue|trust)\.ts$/.test(path));
/** Rule numbers that the code of the rules names as the rule of a finding or of itself. */
const judged = new Set(
  rules.flatMap(({ text }) => [...text.matchAll(/(?:rule: |id: |Agree\()"(R-\d{2})"/g)].map(([, id]) => id)),
);
/** Numbers that a table of this folder takes over both sides of their boundary. */
const tested = new Set(
  ["person", "dossier", "decision", "probation"].flatMap((name) =>
    [
      ...readFileSync(new URL(`./${name}.test.ts`, import.meta.url), "utf8").matchAll(
        /(?:blocked|warned)\(\s*"(R-\d{2})"/g,
      ),
    ].map(([, id]) => id),
  ),
);
/** The days and switches of these are told in tests of their own beside the tables. */
const TOLD_APART: RuleNumber[] = ["R-08", "R-43"];
/** R-43 is a figure, not a finding: the code counts the Party age from nothing else. */
const NO_FINDING: RuleNumber[] = ["R-43"];

describe("the catalogue and the rules are one", () => {
  test("it holds R-01 to R-56 and D1 to D14, each once and in their order", () => {
    const numbers = (count: number, write: (number: number) => string) =>
      Array.from({ length: count }, (_, place) => write(place + 1));
    expect(RULES.map(({ id }) => id)).toEqual(
      numbers(56, (number) => `R-${String(number).padStart(2, "0")}`),
    );
    expect(DEADLINES.map(({ id }) => id)).toEqual(numbers(14, (number) => `D${number}`));
  });

  test("every rule that the code names has an entry", () => {
    expect(judged.size).toBeGreaterThan(45);
    expect([...judged].filter((id) => !RULES.some((rule) => rule.id === id))).toEqual([]);
  });

  test("every entry that concerns a dossier is judged, and has a table with both sides of its boundary", () => {
    const ofDossiers = RULES.filter(({ where }) => where === "dossier").map(({ id }) => id);
    expect(ofDossiers).toHaveLength(50);
    expect(ofDossiers.filter((id) => !judged.has(id) && !NO_FINDING.includes(id))).toEqual([]);
    expect(ofDossiers.filter((id) => !tested.has(id) && !TOLD_APART.includes(id))).toEqual([]);
  });

  test("what is said is a sentence of fewer than 35 words with a source, under every book", () => {
    for (const { id, condition, source } of RULES)
      for (const of of RULEBOOKS) {
        const words = condition(of);
        expect(words, id).toMatch(/^\p{Lu}.*\.$/u);
        expect(words, id).not.toMatch(/undefined|null|NaN/);
        expect(words.split(" ").length, `${id}: ${words}`).toBeLessThan(35);
        expect(source, id).not.toBe("");
      }
  });

  test("the ⚙ of domain §10 are off by the central rules and on by those of Hà Nội", () => {
    const options = RULES.filter(({ asked }) => asked);
    expect(options.map(({ id }) => id)).toEqual(["R-08", "R-32", "R-41", "R-42"]);
    expect(options.map(({ asked }) => asked?.(CENTRAL_OPTIONS))).toEqual([false, false, false, false]);
    expect(options.map(({ asked }) => asked?.(HANOI_OPTIONS))).toEqual([true, true, true, true]);
  });

  test("deadlines read their numbers from the book and from the province", () => {
    const of = (id: string) => DEADLINES.find((deadline) => deadline.id === id);
    expect(of("D1")?.central(book("24/2021"))).toEqual([{ count: 60, unit: "months" }]);
    expect(of("D5")?.central(book("24/2021"))).toEqual([{ count: 60, unit: "workingDays", extension: 30 }]);
    expect(of("D5")?.local?.(HANOI_OPTIONS)).toEqual({ count: 45, unit: "workingDays", extension: 15 });
    expect(of("D5")?.local?.(CENTRAL_OPTIONS)).toBeNull();
    expect(of("D6")?.from(book("208/2026"))).not.toBe(of("D6")?.from(book("294/2025")));
  });
});

describe("what is not compared says so", () => {
  test("weak sources of domain §10: own knowledge, derived, logic, own judgement", () => {
    const weak = RULES.filter(({ id, where }) => where === "dossier" && isUnverified(id, book("24/2021")));
    expect(weak.map(({ id }) => id)).toEqual(["R-06", "R-14", "R-19", "R-26", "R-34"]);
  });

  test("numbers of 2026 that no text confirmed make their rules weak under that book only", () => {
    for (const id of ["R-03", "R-11", "R-17", "R-23", "R-29", "R-30", "R-31", "R-37", "R-42"] as const) {
      expect(isUnverified(id, book("208/2026")), id).toBe(true);
      expect(isUnverified(id, book("24/2021")), id).toBe(false);
    }
    for (const id of ["R-01", "R-25", "R-33", "R-50"] as const)
      expect(isUnverified(id, book("208/2026")), id).toBe(false);
  });

  test("every field that a book has doubts about is read by a rule or is known to nobody", () => {
    const read = new Set(Object.values(RULE_TRUST).flatMap(({ reads }) => reads as readonly string[]));
    expect(RULEBOOKS.flatMap(({ unverified }) => unverified).filter((field) => !read.has(field))).toEqual([]);
  });

  test("the finding carries it", () => {
    const lapsing = aCase({ steps: readyWith([given("certified", "2019-09-20")], ["certified"]) });
    expect(foundIn(reviewCellVote({ ...lapsing, votes: null }), "certificateLapses")?.unverified).toBe(true);
    const bare = reviewCellVote({ ...aCase({ steps: [] }), votes: null });
    expect(foundIn(bare, "certificateMissing")?.unverified).toBeUndefined();
    const late = (of: string) =>
      reviewDecision({
        ...aCase({
          steps: readyWith([given("cellVoted", "2024-05-03", { votes: null, passed: true })]),
          onDay: "2025-05-05",
          today: "2026-01-01",
          book: book(of),
        }),
        decision: null,
      });
    expect(foundIn(late("24/2021"), "decisionLate")?.unverified).toBeUndefined();
    expect(foundIn(late("208/2026"), "decisionLate")?.unverified).toBe(true);
  });
});

describe("what a book changed is computed from the books", () => {
  const changed = (name: string) => {
    const place = RULEBOOKS.findIndex((one) => one.name === name);
    return rulebookChanges(book(name), RULEBOOKS[place - 1]).map(({ field }) => field);
  };
  test("208 changed who decides and from when the ceremony is counted", () => {
    expect(changed("208/2026")).toEqual(["decider", "ceremonyCountsFrom", "regulation"]);
  });
  test("232 changed until when the certificate counts", () => {
    expect(changed("232/2025")).toEqual(["certificateCountsUntil", "regulation", "guidance"]);
  });
  test("the first changed nothing, and every change has words", () => {
    expect(changed("29/2016")).toEqual([]);
    for (const [place, one] of RULEBOOKS.entries())
      for (const { field, before, after } of rulebookChanges(one, RULEBOOKS[place - 1])) {
        expect(bookFieldLabel(field)).not.toBe("");
        expect(bookValueLabel(field, before)).not.toBe(bookValueLabel(field, after));
      }
  });
});

describe("the search", () => {
  const found = (typed: string) =>
    RULES.filter(({ id, condition, source }) =>
      answersSearch({ id, texts: [condition(book("208/2026")), source] }, typed),
    ).map(({ id }) => id);
  test.each(["R-05", "r-05", "r5", "R 5", "r05"])("%s is one rule", (typed) =>
    expect(found(typed)).toEqual(["R-05"]),
  );
  test("words are found without accents, in any order", () => {
    expect(found("GIAY chung nhan boi duong nhan thuc")).toEqual(["R-04"]);
    expect(found("duong nhan thuc boi giay")).toEqual(["R-04"]);
    expect(found("phụ huynh")).toEqual(["R-08"]);
  });
  test("a number finds what says it, as a whole number", () => {
    expect(found("60")).toEqual(["R-02", "R-05", "R-31", "R-44", "R-50"]);
    expect(found("6")).toContain("R-06");
    expect(found("6")).not.toContain("R-05");
  });
  test("a deadline is not a rule", () => {
    expect(found("D5")).toEqual([]);
    expect(DEADLINES.filter(({ id }) => answersSearch({ id, texts: [] }, "d5")).map(({ id }) => id)).toEqual([
      "D5",
    ]);
  });
  test("nothing typed finds everything, nonsense nothing", () => {
    expect(found(" ")).toHaveLength(56);
    expect(found("khong co dau")).toEqual([]);
  });
});

test("R-03 says what is missing under the book that judged", () => {
  const said = (name: string) => {
    const found = foundIn(
      reviewCellVote({ ...aCase({ person: { education: "primary" }, book: book(name) }), votes: null }),
      "educationShort",
    );
    return found && findingSentence(found);
  };
  expect(said("24/2021")).toContain("Chưa tốt nghiệp THCS");
  expect(said("208/2026")).toContain("Chưa hoàn thành chương trình THCS");
});
