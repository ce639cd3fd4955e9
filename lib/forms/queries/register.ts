import "server-only";
import { withScope } from "@/lib/access/gate";
import { findRegister, nextNumber, type RegisterLine } from "@/lib/organisation/repository/register";
import { yearOf } from "@/lib/shared/days";
import type { RegisterAddress } from "../schema";

/** A register of one's unit in a year. */
export type RegisterView = {
  unitName: string;
  register: string;
  year: number;
  lines: RegisterLine[];
  /** The number that would be next; null where one has no unit. */
  next: number | null;
  today: string;
};

/** The numbers that one's unit gave, the last first; at most 100, those below `before` when it is told. */
export function loadRegister({ register, year, before }: RegisterAddress): Promise<RegisterView> {
  return withScope("register.keep", async (scope) => {
    const { unit } = scope.actor;
    const shown = year ?? yearOf(scope.today);
    return {
      unitName: unit.name,
      register,
      year: shown,
      lines: await findRegister(scope, { unitId: unit.id, register, year: shown, before }),
      next: await nextNumber(scope, unit.id, register, shown),
      today: scope.today,
    };
  });
}
