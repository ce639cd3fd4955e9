import { actAsOperator } from "@/lib/access/acting";
import { type UnitScope, withScope } from "@/lib/access/gate";
import type { Role } from "@/lib/access/policy";
import { type NewPlacement, saveNewUnits, savePlacements } from "@/lib/organisation/repository/placements";
import { rebuildTodayTree } from "@/lib/organisation/repository/tree";
import type { UnitKind, UnitType } from "@/lib/organisation/rules/kinds";
import type { PlainDate } from "@/lib/shared/days";

/** A placement of a unit to be made: `parent` is a code; only what matters is told. */
export type GivenPlacement = {
  code: string;
  parent?: string | null;
  kind?: UnitKind;
  type?: UnitType | null;
  name?: string;
  closed?: boolean;
  from?: string | null;
  until?: string | null;
};

/** Makes units with their placements and the tree of today; gives the ids by code. */
export async function givenUnits(scope: UnitScope, given: GivenPlacement[]): Promise<Map<string, number>> {
  const codes = [...new Set(given.map(({ code }) => code))];
  const ids = await saveNewUnits(
    scope,
    codes.map((code) => ({ code })),
  );
  await givenPlacements(scope, ids, given);
  return ids;
}

/** Adds placements of known units and rebuilds the tree of today. */
export async function givenPlacements(
  scope: UnitScope,
  ids: ReadonlyMap<string, number>,
  given: GivenPlacement[],
): Promise<void> {
  await savePlacements(
    scope,
    given.map((placement) => aPlacement(ids, placement)),
  );
  await rebuildTodayTree(scope);
}

function aPlacement(ids: ReadonlyMap<string, number>, given: GivenPlacement): NewPlacement {
  const idOf = (code: string): number => {
    const id = ids.get(code.toUpperCase());
    if (id === undefined) throw new Error(`no unit ${code}`);
    return id;
  };
  return {
    unitId: idOf(given.code),
    parentId: given.parent ? idOf(given.parent) : null,
    name: given.name ?? `Đơn vị ${given.code}`,
    kind: given.kind ?? (given.parent ? "BASE_COMMITTEE" : "PROVINCE"),
    type: given.type ?? null,
    mayDecideAdmission: false,
    closed: given.closed ?? false,
    from: (given.from ?? null) as PlainDate | null,
    until: (given.until ?? null) as PlainDate | null,
  };
}

/** An account with one hat at a unit; gives the token of its session, to act with. */
export async function givenOfficer(
  scope: UnitScope,
  login: string,
  role: Role,
  unitId: number | undefined,
  unionUnitId: number | null = null,
): Promise<string> {
  const token = `token of ${login}`;
  await scope.db.$executeRaw`
    WITH made AS (
      INSERT INTO account (login, login_key, name) VALUES (${login}, ${login}, ${login}) RETURNING id
    )
    INSERT INTO assignment (account_id, role, unit_id, union_unit_id, from_day) SELECT id, ${role}, ${unitId}, ${unionUnitId}::int, '2020-01-01' FROM made`;
  await scope.db.$executeRaw`
    SELECT sec.open_session(id, ${token}, 'api', interval '1 day') FROM account WHERE login = ${login}`;
  return token;
}

/** The fields of a form. */
export function aForm(fields: Record<string, string | string[]>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields))
    for (const text of [value].flat()) form.append(name, text);
  return form;
}

class TakenBack extends Error {}

/** Runs as the operator in one transaction and takes everything back, so that each test begins with no unit. */
export async function inEmptyTree(run: (scope: UnitScope) => Promise<void>): Promise<void> {
  try {
    await actAsOperator("test", () =>
      withScope("organisation.change", async (scope) => {
        await run(scope);
        throw new TakenBack();
      }),
    );
  } catch (error) {
    if (!(error instanceof TakenBack)) throw error;
  }
}
