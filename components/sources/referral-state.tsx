import { type Shape, StatusShape } from "@/components/ui/shapes";
import { referralStateLabel } from "@/lib/sources/labels";
import type { ReferralState } from "@/lib/sources/rules/referral";

const SHAPES: Record<ReferralState, Shape> = {
  waiting: "watch",
  takenUp: "done",
  returned: "returned",
  lapsed: "none",
};

/** What became of a referral: a shape and a word. */
export function ReferralStateMark({ state }: { state: ReferralState }) {
  return (
    <span className="keep inline-flex items-center gap-1.5">
      <StatusShape shape={SHAPES[state]} size={13} />
      {referralStateLabel(state)}
    </span>
  );
}
