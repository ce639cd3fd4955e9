import "server-only";
import { createHash } from "node:crypto";
import type { UnitScope } from "@/lib/access/gate";
import type { PlainDate } from "@/lib/shared/days";
import { isUuid } from "@/lib/shared/uuid";
import { Prisma } from "@/prisma/generated/client/client";
import { canonicalJson, type SnapshotContent } from "../rules/content";
import type { SnapshotLine } from "../rules/snapshot";

/** An id as the database knows it. */
type Row = Omit<SnapshotLine, "unit"> & { unitId: number; unitCode: string; unitName: string };

const LINE = Prisma.sql`s.id, s.unit_id AS "unitId", u.code AS "unitCode", s.unit_name AS "unitName", s.period_id AS "periodId", s.report, s.title,
  s.from_day::text AS "from", s.to_day::text AS "to", s.as_of::text AS "asOf",
  (s.made_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date::text AS "madeOn", s.made_at::text AS "madeAt", s.made_by_name AS "madeByName", s.made_by_id AS "madeById",
  (a.approved_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date::text AS "approvedOn", a.approved_by_name AS "approvedByName",
  CASE WHEN a.id IS NOT NULL THEN sec.approval_code(s.hash, a.approved_by_name, a.approved_at) END AS "approvalCode", s.hash`;

const FROM = Prisma.sql`report_snapshot s JOIN unit u ON u.id = s.unit_id LEFT JOIN snapshot_approval a ON a.snapshot_id = s.id`;

const lineOf = ({ unitId: id, unitCode: code, unitName: name, ...rest }: Row): SnapshotLine => ({
  ...rest,
  unit: { id, code, name },
});

const within = ({ lo, hi }: UnitScope): Prisma.Sql => Prisma.sql`s.unit_ord BETWEEN ${lo} AND ${hi}`;

/** SHA-256 of the content's canonical JSON. */
export const hashOf = (content: SnapshotContent): string =>
  createHash("sha256").update(canonicalJson(content)).digest("hex");

/** Freezes a content; answers the snapshot's id, which nobody can guess. */
export async function saveSnapshot(
  scope: UnitScope,
  content: SnapshotContent,
  unitId: number,
  periodId: string | null,
): Promise<string> {
  const { report, title, unit, parameters } = content;
  const bytes = Buffer.from(canonicalJson(content), "utf8");
  const [row] = await scope.db.$queryRaw<{ id: string }[]>`
    INSERT INTO report_snapshot (unit_id, period_id, report, title, unit_name, from_day, to_day, as_of, made_by_id, made_by_name, hash, bytes)
    VALUES (${unitId}, ${periodId}::uuid, ${report}, ${title}, ${unit.name}, ${parameters.from}::date, ${parameters.to}::date,
      ${parameters.asOf}::date, ${scope.actor.accountId}::uuid, ${scope.actor.name}, ${hashOf(content)}, ${bytes}) RETURNING id`;
  return row?.id ?? "";
}

/** Which snapshots: of a unit or all, of a report and days or all, of a period or all. */
export type SnapshotFilter = {
  unitId?: number;
  report?: string;
  from?: PlainDate;
  to?: PlainDate;
  periodId?: string;
};

/** Snapshots within reach, latest first, from a place on. */
export async function findSnapshots(
  scope: UnitScope,
  { unitId, report, from, to, periodId }: SnapshotFilter,
  { after, limit }: { after: Pick<SnapshotLine, "madeAt" | "id"> | null; limit: number },
): Promise<SnapshotLine[]> {
  const rows = await scope.db.$queryRaw<Row[]>`
    SELECT ${LINE} FROM ${FROM} WHERE ${within(scope)}
      ${unitId === undefined ? Prisma.empty : Prisma.sql`AND s.unit_id = ${unitId}`}
      ${report === undefined ? Prisma.empty : Prisma.sql`AND s.report = ${report}`}
      ${from === undefined ? Prisma.empty : Prisma.sql`AND s.from_day = ${from}::date`}
      ${to === undefined ? Prisma.empty : Prisma.sql`AND s.to_day = ${to}::date`}
      ${periodId === undefined ? Prisma.empty : Prisma.sql`AND s.period_id = ${periodId}::uuid`}
      ${after === null ? Prisma.empty : Prisma.sql`AND (s.made_at, s.id) < (${after.madeAt}::timestamptz, ${after.id}::uuid)`}
    ORDER BY s.made_at DESC, s.id DESC LIMIT ${limit}`;
  return rows.map(lineOf);
}

/** A snapshot with its content; null: none within reach. */
export async function findSnapshot(
  scope: UnitScope,
  id: string,
): Promise<{ line: SnapshotLine; content: SnapshotContent } | null> {
  if (!isUuid(id)) return null;
  const [row] = await scope.db.$queryRaw<(Row & { text: string })[]>`
    SELECT ${LINE}, convert_from(s.bytes, 'UTF8') AS text FROM ${FROM} WHERE s.id = ${id}::uuid AND ${within(scope)}`;
  if (!row) return null;
  const { text, ...line } = row;
  return { line: lineOf(line), content: JSON.parse(text) as SnapshotContent };
}

/** A snapshot without its content; null: none within reach. */
export async function findSnapshotLine(scope: UnitScope, id: string): Promise<SnapshotLine | null> {
  if (!isUuid(id)) return null;
  const [row] = await scope.db.$queryRaw<Row[]>`
    SELECT ${LINE} FROM ${FROM} WHERE s.id = ${id}::uuid AND ${within(scope)}`;
  return row ? lineOf(row) : null;
}

/** Of the locks of a period, the last snapshot of each report of these days made before a moment: what was reported. */
export async function findReported(
  scope: UnitScope,
  { unitId, from, to, report }: { unitId: number; from: PlainDate; to: PlainDate; report?: string },
  before: string | null = null,
): Promise<{ line: SnapshotLine; content: SnapshotContent }[]> {
  const rows = await scope.db.$queryRaw<(Row & { text: string })[]>`
    SELECT DISTINCT ON (s.report) ${LINE}, convert_from(s.bytes, 'UTF8') AS text FROM ${FROM}
    WHERE ${within(scope)} AND s.unit_id = ${unitId} AND s.from_day = ${from}::date AND s.to_day = ${to}::date AND s.period_id IS NOT NULL
      ${report === undefined ? Prisma.empty : Prisma.sql`AND s.report = ${report}`}
      AND (${before}::uuid IS NULL OR s.made_at < (SELECT b.made_at FROM report_snapshot b WHERE b.id = ${before}::uuid))
    ORDER BY s.report, s.made_at DESC`;
  return rows.map(({ text, ...line }) => ({
    line: lineOf(line),
    content: JSON.parse(text) as SnapshotContent,
  }));
}

/** Writes that the one who acts approved; false when it was approved already. */
export async function saveApproval(scope: UnitScope, { id, unit }: SnapshotLine): Promise<boolean> {
  const written = await scope.db.$executeRaw`
    INSERT INTO snapshot_approval (snapshot_id, unit_id, approved_by_name) VALUES (${id}::uuid, ${unit.id}, ${scope.actor.name})
    ON CONFLICT (snapshot_id) DO NOTHING`;
  return written === 1;
}
