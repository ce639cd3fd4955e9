import "server-only";
import { type Actor, withScope } from "@/lib/access/gate";
import { findAboveOwnUnit } from "../repository/units";
import { loadTodayTree } from "./today";

/** What the frame around every page says: who, in which hat, at which unit. */
export type Shell = {
  role: Actor["role"];
  name: string;
  unit: { code: string; name: string; above: string[] };
  /** The province the unit stands in, or else the highest name known. */
  home: string;
  /** Last day of the hat; null: until it is ended. */
  until: string | null;
};

/** The frame's data. Not signed in: to the sign-in page. Changes of the tree due today take effect first. */
export async function loadShell(): Promise<Shell> {
  const shell = await withScope("self", async (scope) => {
    const { role, name, unit, until } = scope.actor;
    const above = await findAboveOwnUnit(scope);
    const province = [...above, unit].find(({ kind }) => kind === "PROVINCE") ?? above.at(-1) ?? unit;
    return {
      today: scope.today,
      shell: {
        role,
        name,
        unit: { code: unit.code, name: unit.name, above: above.map((line) => line.name) },
        home: province.name,
        until,
      },
    };
  });
  await loadTodayTree(shell.today);
  return shell.shell;
}
