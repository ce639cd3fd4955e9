import { controlClass } from "@/components/ui/field";
import { formatDay, parseDay } from "@/lib/shared/days";
import type { Address } from "./address";

/** The as-of day, always visible: typed, sent with Enter; the rest of the address goes along. */
export function AsOfForm({ pathname, told, asOf }: { pathname: string; told: Address; asOf: string }) {
  const typed = told.asOf;
  const wrong = typed !== undefined && parseDay(typed) === null;
  return (
    <form action={pathname} className="flex items-center gap-2 text-note">
      {Object.entries(told)
        .filter(([name]) => !["asOf", "figure", "tab"].includes(name))
        .map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
      <label htmlFor="as-of" className="keep text-ink2">
        Tính đến
      </label>
      <input
        key={asOf}
        id="as-of"
        name="asOf"
        inputMode="numeric"
        autoComplete="off"
        maxLength={10}
        placeholder="dd/mm/yyyy"
        defaultValue={wrong ? typed : formatDay(asOf)}
        aria-invalid={wrong || undefined}
        aria-describedby={wrong ? "as-of-error" : undefined}
        className={controlClass(wrong, "figures !min-h-11 phone:!min-h-9 !w-30 !text-note font-semibold")}
      />
      <button type="submit" className="sr-only focus:not-sr-only">
        Xem
      </button>
      {wrong && (
        <span id="as-of-error" className="text-red-hover" role="alert">
          Hãy ghi ngày có thật, ví dụ 04/05/2024. Đang xem đến {formatDay(asOf)}.
        </span>
      )}
    </form>
  );
}
