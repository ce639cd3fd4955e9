import type { Shape } from "@/components/ui/shapes";
import type { EnrolmentState } from "@/lib/classes/rules/enrolment";
import type { ClassState } from "@/lib/classes/rules/training-class";

export const CLASS_SHAPES: Record<ClassState, Shape> = {
  planned: "none",
  open: "watch",
  ended: "done",
  dropped: "returned",
};

export const ENROLMENT_SHAPES: Record<EnrolmentState, Shape> = {
  called: "watch",
  confirmed: "passes",
  declined: "returned",
  substitute: "informs",
  attended: "done",
  absent: "blocks",
};
