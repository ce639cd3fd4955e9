import "server-only";
import { settings } from "@/lib/platform/env";
import { withScope } from "../gate";
import { findOwnDigest } from "../repository/digest";
import { findOwnHats } from "../repository/self";

/** The account page: who one is, one's hats, and the digest where this installation sends one. */
export const loadSelf = () =>
  withScope("self", async (scope) => ({
    actor: scope.actor,
    hats: await findOwnHats(scope),
    digest: settings().digest && (await findOwnDigest(scope)),
  }));
