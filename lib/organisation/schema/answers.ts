import { z } from "zod";
import { UNIT_KINDS, UNIT_TYPES } from "../rules/kinds";

/** Parameters of the list of units; `query`, `beside` and `beneath` ask another question each. */
export const unitsQuery = z.object({
  unit: z.string().min(1).max(80).optional().describe("only the units beneath this one, itself among them"),
  after: z.string().min(1).max(80).optional().describe("the `next` of the page before"),
  limit: z.coerce.number().int().min(1).max(1000).default(100).describe("units a page"),
  query: z
    .string()
    .transform((typed) => typed.slice(0, 200))
    .optional()
    .describe("up to 20 units by name or code, accents aside"),
  beside: z.string().max(80).optional().describe("code of a unit: those beside it, itself among them"),
  beneath: z.string().max(80).optional().describe("code of a unit: the rows beneath it"),
});

export type UnitPageAddress = Pick<z.output<typeof unitsQuery>, "unit" | "after" | "limit">;

const kind = z.enum(UNIT_KINDS);
const type = z.enum(UNIT_TYPES).nullable();

const unitPage = z.strictObject({
  units: z.array(
    z.strictObject({ code: z.string(), name: z.string(), kind, type, parent: z.string().nullable() }),
  ),
  next: z.string().nullable(),
});

const foundUnits = z.array(
  z.strictObject({ code: z.string(), name: z.string(), kind, ancestors: z.array(z.string()) }),
);

const childRows = z.array(
  z.strictObject({
    code: z.string(),
    name: z.string(),
    kind,
    type,
    children: z.number().int(),
    members: z.number().int().nullable(),
    rows: z.null(),
  }),
);

/** A page of units; with `query` or `beside` those found, with `beneath` rows of the tree. */
export const unitsAnswer = z.union([unitPage, foundUnits, childRows]);
