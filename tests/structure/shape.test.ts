import { expect, test } from "vitest";
import { type SourceFile, sourceFiles } from "./source-files";

/** Each may use those before it, never those after. */
const LAYERS = [
  "lib/shared",
  "lib/platform",
  "lib/access",
  "lib/imports",
  "lib/organisation",
  "lib/people",
  "lib/pipeline",
  "lib/meetings",
  "lib/forms",
  "lib/sources",
  "lib/classes",
  "lib/quotas",
  "lib/totals",
  "lib/reports",
  "lib/reorganisation",
  "lib/briefings",
  "lib/periods",
  "lib/intake",
  "lib/digest",
  "lib/handover",
  "lib/connections",
  "components",
  "app",
  "lib/commands",
];
const FEATURES = [
  "organisation",
  "people",
  "sources",
  "pipeline",
  "meetings",
  "forms",
  "classes",
  "quotas",
  "totals",
  "reports",
  "briefings",
  "handover",
  "connections",
  "periods",
];
const NOUNS = [
  "rules",
  "rulebook",
  "schema",
  "labels",
  "queries",
  "actions",
  "repository",
  "chart",
  "import",
  "export",
];
const PURE = /^lib\/(shared\/|[a-z]+\/(rules|rulebook|labels|schema|chart)(\.ts|\/))/;

const files = sourceFiles("lib", "components", "app");
const faults = (check: (file: SourceFile) => string[]) => files.flatMap(check);
const layerOf = (path: string) => LAYERS.findIndex((layer) => path === layer || path.startsWith(`${layer}/`));

test("imports follow the order of the layers", () => {
  expect(
    faults(({ path, imports }) =>
      imports
        .filter((from) => layerOf(from) > layerOf(path) && layerOf(path) >= 0)
        .map(
          (from) =>
            `${path} imports ${from}: ${LAYERS[layerOf(path)]} may not know ${LAYERS[layerOf(from)]}; turn the dependency round or move the code up.`,
        ),
    ),
  ).toEqual([]);
});

test("a feature is made of the files of the closed list", () => {
  const known = new RegExp(`^lib/(${FEATURES.join("|")})/(${NOUNS.join("|")})(\\.ts$|/)`);
  expect(
    faults(({ path }) =>
      FEATURES.some((feature) => path.startsWith(`lib/${feature}/`)) && !known.test(path)
        ? [
            `${path}: a feature has ${NOUNS.join(", ")} (or a folder of that name); name the noun inside one of them.`,
          ]
        : [],
    ),
  ).toEqual([]);
});

test("there are no drawers for everything", () => {
  expect(
    faults(({ path }) =>
      /\/(utils?|helpers?|misc|common|index)\.tsx?$/.test(path) ? [`${path}: name what is in it.`] : [],
    ),
  ).toEqual([]);
});

test("rules, rulebooks, labels, schemas and charts are pure", () => {
  const impure =
    /^(next|react|server-only|pg|@prisma|prisma\/|node:fs|lib\/platform|lib\/access\/(gate|action|session|audit|acting))/;
  expect(
    faults(({ path, text, imports }) =>
      PURE.test(path)
        ? [
            ...imports
              .filter((from) => impure.test(from))
              .map((from) => `${path} imports ${from}: data in, decision out.`),
            ...(/\bnew Date\(\)|Date\.now\(\)|process\.env/.test(text)
              ? [`${path} reads a clock or a setting: make it an argument.`]
              : []),
          ]
        : [],
    ),
  ).toEqual([]);
});

test("only repositories speak Prisma or SQL", () => {
  const speaks =
    /\$(queryRaw|executeRaw)|scope\.db\b|\bdb\.[a-z]+[A-Za-z]*\.(find|create|update|delete|count|upsert)/;
  expect(
    faults(({ path, text }) =>
      /^(lib|components|app)\//.test(path) &&
      speaks.test(text) &&
      !/^lib\/(platform|access)\/|\/repository(\.ts|\/)/.test(path)
        ? [`${path} speaks to the database: move it to the feature's repository.`]
        : [],
    ),
  ).toEqual([]);
});

test("every export of an actions file is a defineAction", () => {
  expect(
    faults(({ path, text }) =>
      /\/actions(\.ts|\/[^/]+\.ts)$/.test(path)
        ? [
            ...(text.startsWith('"use server"') ? [] : [`${path} does not begin with "use server".`]),
            ...[...text.matchAll(/^export (?!const \w+ = defineAction\b)(?!type\b)[^\n]*/gm)].map(
              ([line]) => `${path}: ${line}: a write goes through defineAction.`,
            ),
          ]
        : [],
    ),
  ).toEqual([]);
});

test("settings are read in one place", () => {
  expect(
    faults(({ path, text }) =>
      text.includes("process.env") && !/^lib\/(platform|commands)\//.test(path)
        ? [`${path} reads process.env: ask lib/platform/env.`]
        : [],
    ),
  ).toEqual([]);
});

test("repositories find, count and save; queries load", () => {
  const first = (kind: RegExp, verbs: RegExp, says: string) =>
    faults(({ path, text }) =>
      kind.test(path)
        ? [...text.matchAll(/^export (?:async )?function (\w+)/gm)]
            .filter(([, name]) => !verbs.test(name ?? ""))
            .map(([, name]) => `${path}: ${name}: ${says}`)
        : [],
    );
  expect(first(/^lib\/(?!access)[a-z]+\/queries(\.ts|\/)/, /^load[A-Z]/, "a query is called load….")).toEqual(
    [],
  );
});

test("no file is so long that a noun is missing", () => {
  expect(
    faults(({ path, text }) => {
      const lines = text.split("\n").length;
      return lines > 400 && !/labels|catalogue|generated/.test(path)
        ? [`${path}: ${lines} lines; look for the missing noun.`]
        : [];
    }),
  ).toEqual([]);
});

test("what runs in a browser stays free of what only a server needs", () => {
  const heavy = ["date-holidays", "pdfmake", "docx", "pg", "hucre", "easy-template-x"];
  const known = new Map(files.flatMap((file) => [[file.path.replace(/\.tsx?$/, ""), file] as const]));
  const reached = new Map<string, string>();
  const waiting = files.filter(({ text }) => text.startsWith('"use client"'));
  for (const { path } of waiting) reached.set(path, path);
  for (let file = waiting.pop(); file; file = waiting.pop()) {
    if (/^"use server"/.test(file.text)) continue;
    for (const from of file.imports) {
      const next = known.get(from.replace(/\.tsx?$/, ""));
      if (file.typeOnly.has(from) || (next && reached.has(next.path))) continue;
      const way = `${reached.get(file.path)} → ${from}`;
      if (next) {
        reached.set(next.path, way);
        waiting.push(next);
      } else reached.set(from, way);
    }
  }
  expect(
    heavy.flatMap((name) => reached.get(name) ?? []),
    "A browser would load this. Move what the client needs into a file of its own.",
  ).toEqual([]);
});
