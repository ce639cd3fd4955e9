import type { ClipboardEvent, KeyboardEvent } from "react";
import { controlClass, describedBy, FieldErrors } from "@/components/ui/field";
import { StatusShape } from "@/components/ui/shapes";
import { sumTyped } from "@/lib/quotas/rules/allocation";
import type { AllocationRow } from "@/lib/reports/queries/allocation";
import { formatNumber, formatPercent, ratio } from "@/lib/shared/ratio";

type Props = {
  row: AllocationRow;
  typed: string;
  suggested: number | null;
  /** What the unit asked to be given. */
  proposed: number | null;
  /** The number stays whatever the rule suggests. */
  locked: boolean;
  onLock: () => void;
  errors: string[] | undefined;
  onType: (text: string) => void;
  onKeyDown: (event: KeyboardEvent) => void;
  onPaste: (event: ClipboardEvent) => void;
};

/** One unit: its members, the year before, who is on the way, and the number it is given. */
export function AllocationRowView({
  row,
  typed,
  suggested,
  proposed,
  locked,
  onLock,
  errors,
  onType,
  onKeyDown,
  onPaste,
}: Props) {
  const { code, name, members, lastYear, possible } = row;
  const given = sumTyped([typed]);
  const difference = suggested === null || typed.trim() === "" ? null : given - suggested;
  const { id, ...described } = describedBy(`asked-${code}`, false, errors);
  return (
    <tr className="h-11 hover:bg-hover">
      <th scope="row" className="px-5 py-1 text-left font-normal">
        {name}
        {proposed !== null && (
          <button type="button" onClick={() => onType(String(proposed))} className="link ml-3 py-1 text-note">
            Lấy số đề nghị: {formatNumber(proposed)}
            <span className="sr-only"> của {name}</span>
          </button>
        )}
        <FieldErrors name={`asked-${code}`} errors={errors} />
      </th>
      <td className="px-2 text-right">{members === null ? "–" : formatNumber(members)}</td>
      <td className="keep px-2 text-right">
        {formatNumber(lastYear.admitted)}
        <span className="text-ink3">/{lastYear.asked === null ? "–" : formatNumber(lastYear.asked)}</span>
      </td>
      <td className="px-2 text-right">
        <span className="inline-flex items-center gap-1.5">
          {possible < given && (
            <>
              <StatusShape shape="warns" size={12} />
              <span className="sr-only">ít hơn số giao:</span>
            </>
          )}
          {formatNumber(possible)}
        </span>
      </td>
      <td className="px-2 text-right text-ink2">{suggested === null ? "–" : formatNumber(suggested)}</td>
      <td className="px-2 py-1 text-right">
        <input type="hidden" name="child" value={code} />
        <input
          {...described}
          id={id}
          name="asked"
          value={typed}
          onChange={(event) => onType(event.target.value)}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          aria-label={`Giao cho ${name}`}
          inputMode="numeric"
          autoComplete="off"
          className={controlClass(Boolean(errors?.length), "figures !min-h-9 !w-20 text-right")}
        />
      </td>
      <td className="px-2 text-center">
        <input
          type="checkbox"
          checked={locked}
          onChange={onLock}
          aria-label={`Giữ số đã ghi của ${name}`}
          className="size-5 accent-ink"
        />
      </td>
      <td className="px-2 text-right">
        {difference === null || difference === 0
          ? ""
          : `${difference > 0 ? "+" : "−"}${formatNumber(Math.abs(difference))}`}
      </td>
      <td className="keep px-2 pr-5 text-right">
        {typed.trim() === "" ? "–" : formatPercent(ratio(given, members ?? 0).percent)}
      </td>
    </tr>
  );
}
