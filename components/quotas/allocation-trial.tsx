import { Button } from "@/components/ui/button";
import { controlClass } from "@/components/ui/field";
import { allocationRuleLabel } from "@/lib/quotas/labels";
import {
  ALLOCATION_RULES,
  type AllocationRule,
  type Part,
  shareOut,
  suggestedFor,
  sumTyped,
} from "@/lib/quotas/rules/allocation";
import type { AllocationPage, AllocationRow } from "@/lib/reports/queries/allocation";

/** How the suggestion is made, as typed. */
export type Trial = { rule: AllocationRule; percent: string; total: string; minimum: string };

/** The unit's own quota shared out by members; 3 % of the members where it has none. */
export function initialTrial({ own, source }: AllocationPage): Trial {
  const asked = (own.find((quota) => quota.source === source) ?? own[0])?.asked;
  return {
    rule: asked === undefined ? "percent" : "members",
    percent: "3",
    total: asked === undefined ? "" : String(asked),
    minimum: "0",
  };
}

/** A number for each unit by the rule; null where the parts cannot add up. */
export function suggestionsOf(
  { rule, percent, total, minimum }: Trial,
  rows: readonly AllocationRow[],
  cells: readonly string[],
  locked: ReadonlySet<string>,
): (number | null)[] | null {
  if (rule === "percent") {
    const share = Number(percent.replace(",", "."));
    return rows.map(({ members }) => (share > 0 ? suggestedFor(members, share) : null));
  }
  const parts = rows.map(
    (row, place): Part => ({
      weight: weightOf(rule, row),
      locked: locked.has(row.code) ? sumTyped([cells[place] ?? ""]) : null,
    }),
  );
  return shareOut(sumTyped([total]), parts, sumTyped([minimum]));
}

function weightOf(
  rule: Exclude<AllocationRule, "percent">,
  { members, possible, lastYear }: AllocationRow,
): number {
  switch (rule) {
    case "members":
      return members ?? 0;
    case "sources":
      return possible;
    case "lastYear":
      return lastYear.admitted;
    case "equal":
      return 1;
  }
}

type AllocationTrialProps = {
  trial: Trial;
  onChange: (trial: Trial) => void;
  onFill: () => void;
  /** Can the parts add up? */
  possible: boolean;
};

/** The rule that fills the column; numbers marked to be kept stay as they are. */
export function AllocationTrial({ trial, onChange, onFill, possible }: AllocationTrialProps) {
  const { rule, percent, total, minimum } = trial;
  const field = (name: keyof Trial, label: string, value: string) => (
    <label className="text-staff">
      {label}
      <input
        value={value}
        onChange={(event) => onChange({ ...trial, [name]: event.target.value })}
        inputMode={name === "percent" ? "decimal" : "numeric"}
        className="figures ml-2 min-h-10 w-18 rounded-button border border-field bg-surface px-3"
      />
    </label>
  );
  return (
    <fieldset className="mb-4 flex flex-wrap items-center gap-x-5 gap-y-3">
      <legend className="sr-only">Số đề xuất</legend>
      <label className="flex items-center gap-2 text-staff">
        Đề xuất
        <select
          value={rule}
          onChange={(event) =>
            onChange({
              ...trial,
              rule: ALLOCATION_RULES.find((known) => known === event.target.value) ?? rule,
            })
          }
          className={controlClass(false, "!w-auto")}
        >
          {ALLOCATION_RULES.map((known) => (
            <option key={known} value={known}>
              {allocationRuleLabel(known)}
            </option>
          ))}
        </select>
      </label>
      {rule === "percent" ? (
        field("percent", "Tỷ lệ (%)", percent)
      ) : (
        <>
          {field("total", "Tổng số", total)}
          {field("minimum", "Mỗi đơn vị ít nhất", minimum)}
        </>
      )}
      <Button onClick={onFill}>Điền số đề xuất</Button>
      {!possible && (
        <p role="alert" className="text-note text-red-hover">
          Tổng số không đủ cho các số giữ nguyên và mức ít nhất.
        </p>
      )}
    </fieldset>
  );
}
