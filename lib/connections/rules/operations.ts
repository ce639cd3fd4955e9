import { z } from "zod";
import { handOverAnswer, handOverQuery } from "@/lib/handover/schema";
import { unitsAnswer, unitsQuery } from "@/lib/organisation/schema/answers";
import { SNAPSHOT_FORMATS, snapshotAnswer, snapshotFileQuery } from "@/lib/periods/schema";
import { FORMATS, REPORTS, reportQuery } from "@/lib/reports/schema";
import { reportAnswer } from "@/lib/reports/schema/answers";
import { MEDIA_TYPES } from "@/lib/shared/media-types";

/** One address and method of the API: what it takes and what it answers, as the schemas that check it. */
export type Operation = {
  method: "get" | "post";
  path: string;
  summary: string;
  /** Words within the path. */
  inPath: readonly string[];
  query: z.ZodType | null;
  /** Bytes of a file as the body. */
  takesFile: boolean;
  answer: z.ZodType | null;
  /** Media types of files it answers with. */
  files: readonly string[];
  /** Personal access tokens open it; else the browser's session alone, or nobody has to sign in. */
  opensTo: "token" | "session" | "anybody";
};

/** The media type of each format of a report that is a file. */
const mediaTypes = (formats: readonly string[]) =>
  Object.entries(MEDIA_TYPES).flatMap(([ending, type]) =>
    ending !== "json" && formats.includes(ending) ? [type] : [],
  );

const operation = (told: Pick<Operation, "path" | "summary"> & Partial<Operation>): Operation => ({
  method: "get",
  inPath: [...told.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ""),
  query: null,
  takesFile: false,
  answer: null,
  files: [],
  opensTo: "token",
  ...told,
});

const fault = z.looseObject({
  row: z.number().int().describe("as a spreadsheet shows it; the header is row 1"),
  column: z.string(),
  value: z.string(),
  level: z.enum(["error", "warning"]),
  rule: z.string().nullable(),
  message: z.string(),
});

const importSummary = z.looseObject({
  kind: z.string(),
  file: z.string(),
  committed: z.boolean(),
  toAdd: z.number().int(),
  toChange: z.number().int(),
  unchanged: z.number().int(),
  refused: z.number().int(),
  faults: z.array(fault),
  batch: z.string().nullable(),
});

const importProgress = z.strictObject({
  progress: z
    .looseObject({
      stage: z.string(),
      rows: z.number().int(),
      done: z.number().int(),
      total: z.number().int(),
      alive: z.boolean(),
    })
    .nullable(),
});

const acts = z.looseObject({
  rows: z.array(z.record(z.string(), z.string())),
  errors: z.record(z.string(), z.array(z.string())),
  notes: z.array(z.string()),
});

/** Every address of the API. */
export const OPERATIONS: readonly Operation[] = [
  ...REPORTS.map((report) =>
    operation({
      path: `/api/v1/reports/${report}`,
      summary: report === "people" ? "The people behind a figure" : `The report ${report}`,
      query: reportQuery,
      answer: reportAnswer(report),
      files: mediaTypes(FORMATS),
    }),
  ),
  operation({
    path: "/api/v1/hand-over",
    summary: "The people admitted in a period, for the national member database",
    query: handOverQuery,
    answer: handOverAnswer,
    files: [MEDIA_TYPES.xlsx],
  }),
  operation({
    path: "/api/v1/units",
    summary: "The units of the range, page by page or looked for",
    query: unitsQuery,
    answer: unitsAnswer,
  }),
  operation({
    path: "/api/v1/layouts/{report}",
    summary: "The rows of an official table, to be changed and put in again",
    files: [MEDIA_TYPES.xlsx],
  }),
  operation({
    path: "/api/v1/snapshots/{snapshotId}",
    summary: "A frozen report, as the report answered then",
    query: snapshotFileQuery,
    answer: snapshotAnswer,
    files: mediaTypes(SNAPSHOT_FORMATS),
  }),
  operation({
    path: "/api/v1/unit-tasks/{requestId}",
    summary: "All answers of the units to a request",
    files: [MEDIA_TYPES.xlsx],
    opensTo: "session",
  }),
  operation({
    path: "/api/v1/imports",
    method: "post",
    summary: "A dry run over a file that comes in",
    query: z.object({
      kind: z.string().describe("kind of file, e.g. ho-so"),
      name: z.string().describe("name of the file"),
      batch: z.uuid().optional().describe("a number of the sender's own, to ask how far it is"),
    }),
    takesFile: true,
    answer: importSummary,
    opensTo: "session",
  }),
  operation({
    path: "/api/v1/imports/{batchId}/progress",
    summary: "How far a run over a file is",
    answer: importProgress,
    opensTo: "session",
  }),
  operation({
    path: "/api/v1/imports/{batchId}/rejects",
    summary: "The refused rows with their faults",
    files: [MEDIA_TYPES.csv],
    opensTo: "session",
  }),
  operation({
    path: "/api/v1/imports/{batchId}/file",
    summary: "The whole file as it was mended on the page",
    files: [MEDIA_TYPES.xlsx],
    opensTo: "session",
  }),
  operation({
    path: "/api/v1/imports/template/{kind}",
    summary: "An empty file of a kind",
    files: [MEDIA_TYPES.xlsx],
  }),
  operation({
    path: "/api/v1/reorganisations",
    method: "post",
    summary: "The acts of a file, read for the form",
    query: z.object({ name: z.string().describe("name of the file") }),
    takesFile: true,
    answer: acts,
    opensTo: "session",
  }),
  operation({
    path: "/api/v1/reorganisations/template",
    summary: "An empty file of acts",
    files: [MEDIA_TYPES.xlsx],
  }),
  operation({
    path: "/api/v1/openapi.json",
    summary: "This description",
    answer: z.looseObject({ openapi: z.string(), paths: z.record(z.string(), z.unknown()) }),
    opensTo: "anybody",
  }),
];
