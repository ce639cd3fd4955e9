import "server-only";
import { can, withScope } from "@/lib/access/gate";
import { type FoundPerson, searchPeople } from "../repository/search";

/** Up to 20 people of the actor's range by name; null where the actor's role sees no people. */
export function loadFoundPeople(typed: string): Promise<FoundPerson[] | null> {
  return withScope("self", async (scope) =>
    can(scope.actor, "candidate.read") ? searchPeople(scope, typed.slice(0, 200)) : null,
  );
}
