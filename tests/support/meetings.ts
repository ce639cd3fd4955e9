import { actAs, actAsOperator } from "@/lib/access/acting";
import { withScope } from "@/lib/access/gate";
import { conveneMeeting } from "@/lib/meetings/actions";
import { loadMeeting } from "@/lib/meetings/queries/meeting";
import { initialFormState } from "@/lib/shared/form-state";
import { aFile, bringIn } from "./imports";
import { aForm } from "./organisation";
import { dossiersReaching } from "./waiting-dossiers";

/** Brings such people in as the operator. */
export const givenDossiers = (...told: Parameters<typeof dossiersReaching>) =>
  actAsOperator("test", () => bringIn("ho-so", aFile(...dossiersReaching(...told))));

/** The day of today as the database has it. */
export const databaseToday = (): Promise<string> =>
  actAsOperator("test", () => withScope("candidate.read", async ({ today }) => today));

export const asTyped = (fields: Record<string, string | number | null>) =>
  aForm(Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value ?? "")])));

/** Opens a meeting as this officer and answers its id; for who acts by a token nothing is led on. */
export async function givenMeeting(
  token: string,
  fields: { unit: string; matter: string; heldOn: string; convened?: string; present?: string },
): Promise<string> {
  const state = await actAs(token, () =>
    conveneMeeting(initialFormState, asTyped({ convened: "11", present: "10", ...fields })),
  );
  if (!state.done) throw new Error(`the meeting was not opened: ${JSON.stringify(state)}`);
  return actAsOperator("test", () =>
    withScope("candidate.read", async ({ db }) => {
      const made = await db.meeting.findFirstOrThrow({ orderBy: { openedAt: "desc" } });
      return made.id;
    }),
  );
}

/** The meeting as this officer sees it. */
export const seenMeeting = (token: string, id: string) => actAs(token, () => loadMeeting(id));
