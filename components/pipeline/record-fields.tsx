import { BackgroundFields } from "./background-fields";
import { DecisionFields } from "./decision-fields";
import { MovingFields } from "./moving-fields";
import { PreparationFields } from "./preparation-fields";
import type { RecordFieldsProps } from "./record-parts";

/** The fields of one kind of step; each kind belongs to one part of the procedure. */
export function RecordFields(props: RecordFieldsProps) {
  return (
    <>
      <PreparationFields {...props} />
      <BackgroundFields {...props} />
      <DecisionFields {...props} />
      <MovingFields {...props} />
    </>
  );
}
