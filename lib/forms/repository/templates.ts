import "server-only";
import { randomUUID } from "node:crypto";
import type { UnitScope } from "@/lib/access/gate";
import type { PlainDate } from "@/lib/shared/days";
import type { OwnTemplate } from "../rules/choice";

/** A template of a unit, without its bytes. */
export type StoredTemplate = OwnTemplate & {
  unitName: string;
  fileName: string;
  size: number;
  addedByName: string;
  addedOn: PlainDate;
  version: number;
};

/** Templates in use of these units, the nearest unit first; for one form or all. Those above one's own unit too. */
export async function findTemplates(
  scope: UnitScope,
  unitIds: readonly number[],
  form: string | null = null,
): Promise<StoredTemplate[]> {
  return scope.db.$queryRaw<StoredTemplate[]>`
    SELECT t.id, t.unit_id AS "unitId", t.form, t.from_day::text AS "from", u.name AS "unitName", t.file_name AS "fileName", t.size,
      t.added_by_name AS "addedByName", (t.added_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date::text AS "addedOn", t.version
    FROM form_template t JOIN unit u ON u.id = t.unit_id
    WHERE t.unit_id = ANY (${[...unitIds]}::int[]) AND t.withdrawn_at IS NULL AND (${form}::text IS NULL OR t.form = ${form})
      AND (u.lo BETWEEN ${scope.lo} AND ${scope.hi} OR (u.lo <= ${scope.lo} AND u.hi >= ${scope.hi}))
    ORDER BY u.lo DESC, t.from_day DESC, t.added_at DESC`;
}

/** The .docx of a template, of one's own range or of a unit above it; null: there is none. */
export async function findTemplateBytes(scope: UnitScope, id: string): Promise<Uint8Array | null> {
  const [row] = await scope.db.$queryRaw<{ bytes: Uint8Array }[]>`
    SELECT t.bytes FROM form_template t JOIN unit u ON u.id = t.unit_id
    WHERE t.id = ${id}::uuid AND (u.lo BETWEEN ${scope.lo} AND ${scope.hi} OR (u.lo <= ${scope.lo} AND u.hi >= ${scope.hi}))`;
  return row?.bytes ?? null;
}

/** One's own template by its id, in use, for withdrawing; null outside the scope. */
export async function findOwnTemplate(
  scope: UnitScope,
  id: string,
): Promise<{ id: string; version: number } | null> {
  if (!/^[0-9a-f-]{36}$/i.test(id)) return null;
  const [row] = await scope.db.$queryRaw<{ id: string; version: number }[]>`
    SELECT id, version FROM form_template
    WHERE id = ${id}::uuid AND withdrawn_at IS NULL AND unit_ord BETWEEN ${scope.lo} AND ${scope.hi}`;
  return row ?? null;
}

/** Puts a template in the place of the default one; one of the same unit, form and day gives way. */
export async function saveTemplate(
  scope: UnitScope,
  template: { unitId: number; form: string; from: PlainDate; fileName: string; bytes: Uint8Array },
): Promise<void> {
  const { unitId, form, from, fileName, bytes } = template;
  await scope.db.$executeRaw`
    UPDATE form_template SET withdrawn_at = now(), version = version + 1
    WHERE unit_id = ${unitId} AND form = ${form} AND from_day = ${from}::date AND withdrawn_at IS NULL
      AND unit_ord BETWEEN ${scope.lo} AND ${scope.hi}`;
  await scope.db.$executeRaw`
    INSERT INTO form_template (id, unit_id, form, from_day, file_name, bytes, size, added_by_name)
    SELECT ${randomUUID()}::uuid, u.id, ${form}, ${from}::date, ${fileName}, ${Buffer.from(bytes)}, ${bytes.length}, ${scope.actor.name}
    FROM unit u WHERE u.id = ${unitId} AND u.lo BETWEEN ${scope.lo} AND ${scope.hi}`;
}

/** Takes a template out of use; false when it changed meanwhile. */
export async function saveWithdrawnTemplate(scope: UnitScope, id: string, version: number): Promise<boolean> {
  const changed = await scope.db.$executeRaw`
    UPDATE form_template SET withdrawn_at = now(), version = version + 1
    WHERE id = ${id}::uuid AND version = ${version} AND withdrawn_at IS NULL AND unit_ord BETWEEN ${scope.lo} AND ${scope.hi}`;
  return changed === 1;
}
