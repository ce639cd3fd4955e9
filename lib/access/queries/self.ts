import "server-only";
import { withScope } from "../gate";
import { findOwnHats } from "../repository/self";

/** The account page: who one is, and one's hats. */
export const loadSelf = () =>
  withScope("self", async (scope) => ({ actor: scope.actor, hats: await findOwnHats(scope) }));
