import { z } from "zod";

const number = z.coerce.number().int().min(0).max(1_000_000);

/** What is looked for in a file that came in. */
export const importAddress = z.object({
  group: z.string().max(200).nullable().catch(null).default(null),
  show: z.enum(["error", "twin"]).nullable().catch(null).default(null),
  step: z.enum(["columns"]).nullable().catch(null).default(null),
  /** The rows after this one. */
  after: number.catch(0).default(0),
  /** The row shown with all its cells. */
  row: number.nullable().catch(null).default(null),
});

export type ImportAddress = z.output<typeof importAddress>;
