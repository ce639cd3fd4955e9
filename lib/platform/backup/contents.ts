import { z } from "zod";
import { BackupRefused } from "./backup-refused";

const FORMAT = "phat-trien-dang-vien-backup";

/** First line of a backup: of which database, which schema, when. */
export const backupHead = z.object({
  format: z.literal(FORMAT),
  version: z.literal(1),
  schemaVersion: z.string(),
  takenAt: z.string(),
  /** Number of the first transaction that the backup does not see. */
  nextTransaction: z.string().regex(/^\d+$/),
  /** Tells whether APP_SECRET is the same, without telling it. */
  secretMark: z.string(),
});

/** Line before the rows of a table. */
export const tableHead = z.object({ table: z.object({ schema: z.string(), name: z.string() }) });

/** Last line: what must be in the file, and where the sequences stood. */
export const backupEnd = z.object({
  tables: z.array(z.object({ schema: z.string(), name: z.string(), rows: z.number(), sha256: z.string() })),
  sequences: z.array(z.object({ schema: z.string(), name: z.string(), last: z.string().nullable() })),
});

export type BackupHead = z.infer<typeof backupHead>;
export type BackupEnd = z.infer<typeof backupEnd>;

/** What a backup or a restoration did: rows per table. */
export type BackupSummary = {
  schemaVersion: string;
  takenAt: string;
  rows: number;
  tables: BackupEnd["tables"];
};

export const FORMAT_OF_BACKUP = FORMAT;

/** Reads a control line. @throws BackupRefused when it is not what it should be. */
export function parseLine<T>(schema: z.ZodType<T>, line: string | undefined): T {
  try {
    return schema.parse(JSON.parse(line ?? ""));
  } catch {
    throw new BackupRefused("The file is not a backup of this application, or it is not whole.");
  }
}

/** `=` begins a control line and `+` a row, so that neither can be taken for the other. */
export const CONTROL = "=";
export const ROW = "+";
