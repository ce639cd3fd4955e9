import type { Rating } from "./rating";
import type { ReferralState } from "./referral";
import type { Bloc } from "./tree";

export const REGISTER_PAGE = 50;

/** Where a page of a list of people begins: after this one. */
export type After = { givenName: string; name: string; id: string };

/** What the register is narrowed to; all of it stands in the address. */
export type RegisterFilter = {
  unit: string | null;
  typed: string;
  bloc: Bloc | null;
  rating: Rating | null;
  year: number;
  outstanding: boolean;
  party: "yes" | "no" | null;
  after: After | null;
};

/** What the list of referrals is narrowed to. */
export type ReferralFilter = {
  unit: string | null;
  state: ReferralState | null;
  by: string | null;
  year: number | null;
  typed: string;
  after: { onDay: string; id: string } | null;
};
