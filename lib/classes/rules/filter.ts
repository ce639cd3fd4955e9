import type { Audience, ClassKind } from "./training-class";

/** What narrows the list of who needs a class; all of it stands in the address. */
export type NeedFilter = {
  kind: ClassKind;
  audience: Audience;
  /** Waiting at least so many days. */
  waited: number | null;
};
