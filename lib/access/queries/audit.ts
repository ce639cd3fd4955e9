import "server-only";
import { withScope } from "../gate";
import { AUDIT_PAGE, findAudit, findChainState } from "../repository/audit-log";
import type { AuditFilter } from "../schema";

/** One page of the log, and how far it is sealed; `verify` recomputes the whole chain. */
export const loadAudit = (filter: AuditFilter, verify: boolean) =>
  withScope(
    "audit.read",
    async (scope) => {
      const rows = await findAudit(scope, filter);
      const last = rows[AUDIT_PAGE - 1];
      return {
        rows: rows.slice(0, AUDIT_PAGE),
        next: rows.length > AUDIT_PAGE && last ? last.id : null,
        chain: await findChainState(scope, verify),
      };
    },
    { timeoutMs: 120_000 },
  );
