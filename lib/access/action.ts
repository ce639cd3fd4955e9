import "server-only";
import { createHash } from "node:crypto";
import { revalidatePath } from "next/cache";
import { notFound, redirect } from "next/navigation";
import type { z } from "zod";
import type { AnyFinding, FormState, TypedValues } from "@/lib/shared/form-state";
import { isUuid } from "@/lib/shared/uuid";
import { whoActs } from "./acting";
import { type Actor, requirePermission, type UnitScope, withScope } from "./gate";
import { requireSameOrigin } from "./origin";
import type { Permission } from "./policy";

/** What `run` answers: refused with findings, or done. */
export type Outcome<Finding extends AnyFinding = AnyFinding> =
  | { refused: Finding[]; fieldErrors?: Record<string, string[]> }
  | { done: Done };

/** Refused for one reason, told at a field or of the form as a whole. */
export const refusedWith = (sentence: string, field = "") => ({
  refused: [],
  fieldErrors: { [field]: [sentence] },
});

/** `message` says what was written; `redirectTo` leads on to another page after it. */
export type Done = { message: string; redirectTo?: string };

type Definition<Schema extends z.ZodType, Target, Finding extends AnyFinding, Prepared> = {
  /** The action's own name, written to the audit log. */
  name: string;
  permission: Permission;
  schema: Schema;
  /** Looked up inside the scope of the permission; null is "not found". */
  target?: (scope: UnitScope, input: z.output<Schema>) => Promise<Target | null>;
  /** Loads what opens transactions of its own, before this one opens; each load asks the gate itself. */
  prepare?: (input: z.output<Schema>) => Promise<Prepared>;
  run(context: {
    scope: UnitScope;
    actor: Actor;
    input: z.output<Schema>;
    target: Target;
    prepared: Prepared;
  }): Promise<Outcome<Finding>>;
  /** Fields that never come back to the browser. */
  secret?: string[];
  /** Pages that show what this changes. */
  revalidates?: string[];
  /** Its answer tells something once (a one-time password): it is not kept with the request key. */
  answersOnce?: boolean;
  /** How long its transaction may take, in milliseconds; an import asks for more. */
  timeoutMs?: number;
};

type Action<Finding extends AnyFinding> = (
  previous: FormState<Finding>,
  form: FormData,
) => Promise<FormState<Finding>>;

/**
 * The wrapper of every write: same origin, schema, permission, target in scope, then `run`, in one
 * transaction. A form's `requestKey` is stored with its effect: sent twice, it does one thing and gives
 * the same answer; sent with other contents, it is refused.
 */
export function defineAction<
  Schema extends z.ZodType,
  Target = undefined,
  Finding extends AnyFinding = AnyFinding,
  Prepared = undefined,
>(definition: Definition<Schema, Target, Finding, Prepared>): Action<Finding> {
  return async (_previous, form) => {
    if (whoActs() === null) await requireSameOrigin();

    const typed = typedValues(form);
    const values = withoutSecrets(typed, definition.secret ?? []);
    const parsed = await definition.schema.safeParseAsync(typed);
    if (!parsed.success) {
      return { values, fieldErrors: fieldErrorsOf(parsed.error), findings: [], done: null };
    }

    const prepared = await preparedBy(definition, parsed.data);
    const outcome = await withScope(
      definition.permission,
      async (scope) => {
        await scope.db.$executeRaw`SELECT set_config('app.action', ${definition.name}, true)`;
        return once(scope, definition, values, async () => {
          const target = await targetOf(definition, scope, parsed.data);
          return definition.run({ scope, actor: scope.actor, input: parsed.data, target, prepared });
        });
      },
      definition.timeoutMs === undefined ? {} : { timeoutMs: definition.timeoutMs },
    );

    if ("refused" in outcome) {
      return { values, fieldErrors: outcome.fieldErrors ?? {}, findings: outcome.refused, done: null };
    }
    if (whoActs() === null) {
      for (const page of definition.revalidates ?? []) revalidatePath(page);
      if (outcome.done.redirectTo) redirect(outcome.done.redirectTo);
    }
    return { values: {}, fieldErrors: {}, findings: [], done: { message: outcome.done.message } };
  };
}

/** Nothing is prepared for who may not do it. */
async function preparedBy<Schema extends z.ZodType, Target, Finding extends AnyFinding, Prepared>(
  { permission, prepare }: Definition<Schema, Target, Finding, Prepared>,
  input: z.output<Schema>,
): Promise<Prepared> {
  if (!prepare) return undefined as Prepared;
  await requirePermission(permission);
  return prepare(input);
}

async function targetOf<Schema extends z.ZodType, Target, Finding extends AnyFinding, Prepared>(
  { target }: Definition<Schema, Target, Finding, Prepared>,
  scope: UnitScope,
  input: z.output<Schema>,
): Promise<Target> {
  if (!target) return undefined as Target;
  return (await target(scope, input)) ?? notFound();
}

/** Runs `effect` once per request key of this account; a refusal leaves no key behind. */
async function once<Finding extends AnyFinding>(
  scope: UnitScope,
  { name: action, answersOnce }: { name: string; answersOnce?: boolean | undefined },
  typed: TypedValues,
  effect: () => Promise<Outcome<Finding>>,
): Promise<Outcome<Finding>> {
  const { accountId } = scope.actor;
  const key = typed.requestKey;
  if (accountId === null || typeof key !== "string" || !isUuid(key)) return effect();

  const bodyHash = createHash("sha256")
    .update(JSON.stringify([action, typed]))
    .digest("hex");
  const taken = await scope.db.$executeRaw`
    INSERT INTO request (account_id, key, action, body_hash, answer)
    VALUES (${accountId}::uuid, ${key}::uuid, ${action}, ${bodyHash}, '{}') ON CONFLICT DO NOTHING`;
  if (taken === 0) return earlierAnswer(scope, key, bodyHash);

  const outcome = await effect();
  if ("done" in outcome) {
    await scope.db.$executeRaw`
      UPDATE request SET answer = ${JSON.stringify(answersOnce ? { message: ALREADY_DONE } : outcome.done)}::jsonb
      WHERE account_id = ${accountId}::uuid AND key = ${key}::uuid`;
  } else {
    await scope.db
      .$executeRaw`DELETE FROM request WHERE account_id = ${accountId}::uuid AND key = ${key}::uuid`;
  }
  return outcome;
}

async function earlierAnswer<Finding extends AnyFinding>(
  scope: UnitScope,
  key: string,
  bodyHash: string,
): Promise<Outcome<Finding>> {
  const [earlier] = await scope.db.$queryRaw<{ body_hash: string; answer: Done }[]>`
    SELECT body_hash, answer FROM request
    WHERE account_id = ${scope.actor.accountId}::uuid AND key = ${key}::uuid`;
  if (earlier?.body_hash === bodyHash) return { done: earlier.answer };
  return refusedWith("Biểu này đã được ghi một lần. Hãy tải lại trang rồi nhập lại.");
}

const ALREADY_DONE = "Đã làm rồi.";

/** The form's fields as they were typed; a field that stands several times becomes a list. */
function typedValues(form: FormData): TypedValues {
  const typed: TypedValues = {};
  for (const name of new Set(form.keys())) {
    if (name.startsWith("$ACTION")) continue;
    const texts = form.getAll(name).filter((value) => typeof value === "string");
    typed[name] = texts.length > 1 ? texts : (texts[0] ?? "");
  }
  return typed;
}

function withoutSecrets(typed: TypedValues, secret: string[]): TypedValues {
  return Object.fromEntries(Object.entries(typed).filter(([name]) => !secret.includes(name)));
}

function fieldErrorsOf(error: z.ZodError): Record<string, string[]> {
  const errors: Record<string, string[]> = {};
  for (const { path, message } of error.issues) {
    const field = path.join(".");
    errors[field] = [...(errors[field] ?? []), message];
  }
  return errors;
}
