import "server-only";
import { notFound } from "next/navigation";
import { withScope } from "../gate";
import { findAccount, findAccounts, findHats } from "../repository/accounts";

/** The accounts of the range; no personal data of candidates. */
export const loadAccounts = (typed: string) =>
  withScope("account.manage", (scope) => findAccounts(scope, typed));

export const loadAccount = (id: string) =>
  withScope("account.manage", async (scope) => {
    const account = (await findAccount(scope, id)) ?? notFound();
    return { account, hats: await findHats(scope, id), own: id === scope.actor.accountId };
  });
