/** What a finding has to have for a form to show it; features add their own facts. */
export type AnyFinding = { is: string; blocks: boolean };

/** What was typed, as it was typed. */
export type TypedValues = Record<string, string | string[]>;

/** Answer of an action to its form: wrong input and refusals come back with what was typed. */
export type FormState<Finding extends AnyFinding = AnyFinding> = {
  values: TypedValues;
  /** Sentences per field; the key "" holds those of the whole form. */
  fieldErrors: Record<string, string[]>;
  /** Expected refusals (blocks) and warnings of the rules. */
  findings: Finding[];
  /** Set once the action took effect. */
  done: { message: string } | null;
};

/** Before anything was sent. */
export const initialFormState: FormState<never> = { values: {}, fieldErrors: {}, findings: [], done: null };
