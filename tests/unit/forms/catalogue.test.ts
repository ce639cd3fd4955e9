import { expect, test } from "vitest";
import { FORMS, formsOn, guidancesOn, stepOfForm } from "@/lib/forms/rules/catalogue";
import { chooseTemplate } from "@/lib/forms/rules/choice";
import { STEP_KINDS } from "@/lib/pipeline/rules/step";

const codeOf = (id: string, day: string, province: string | null = null) =>
  formsOn(day, province).find((form) => form.id === id);

test.each([
  ["1-knd", "2024-05-03", null, "1-KNĐ", true],
  ["1-knd", "2025-09-28", null, "1-KNĐ", true],
  ["1-knd", "2025-09-29", null, "1A-KNĐ", true],
  ["6-knd", "2025-09-29", null, "6-KNĐ", false],
  ["9-knd", "2024-05-03", null, "9-KNĐ", false],
  ["4-knd", "2025-11-20", "HANOI", "4-KNĐ", false],
  ["4-knd", "2025-11-21", "HANOI", "4B-KNĐ", true],
  ["cn-ntvd", "2026-01-01", "HANOI", "CN-NTVĐ", false],
  ["nghi-quyet-cam-tinh", "2026-01-01", null, null, false],
  ["nghi-quyet-cam-tinh", "2026-01-01", "HANOI", "1A-TN", true],
  ["6-knd", "2015-01-01", null, "6-KNĐ", true],
])("%s of %s in %s is %s", (id, day, province, code, confirmed) => {
  expect(codeOf(id, day, province)).toMatchObject({ code, confirmed });
});

test("every form from 1-KNĐ to 16-KNĐ is there under 12-HD/BTCTW", () => {
  const codes = formsOn("2024-01-01").map(({ code }) => code);
  for (let number = 1; number <= 16; number += 1) expect(codes).toContain(`${number}-KNĐ`);
});

test("each form has a name of its own, fit for an address, and its step exists", () => {
  const ids = FORMS.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const form of FORMS) {
    expect(form.id).toMatch(/^[a-z0-9-]+$/);
    const step = stepOfForm(form);
    if (step) expect(STEP_KINDS).toContain(step);
  }
});

test("a province without a guidance of its own has the centre's", () => {
  expect(guidancesOn("2026-01-01", "DAKLAK").map(({ name }) => name)).toEqual(["38-HD/BTCTW"]);
});

test("the nearest unit's newest template in force is chosen", () => {
  const own = (id: string, unitId: number, from: string, form = "6-knd") => ({ id, unitId, from, form });
  const templates = [
    own("district", 2, "2024-01-01"),
    own("commune, old", 3, "2024-03-01"),
    own("commune, new", 3, "2024-06-01"),
    own("other form", 4, "2020-01-01", "8-knd"),
    own("beside", 9, "2020-01-01"),
  ];
  const chosen = (day: string) => chooseTemplate(templates, "6-knd", [4, 3, 2, 1], day)?.id ?? "default";
  expect(chosen("2023-12-31")).toBe("default");
  expect(chosen("2024-02-29")).toBe("district");
  expect(chosen("2024-03-01")).toBe("commune, old");
  expect(chosen("2024-06-01")).toBe("commune, new");
});
