import { buttonClass } from "@/components/ui/button";
import { controlClass } from "@/components/ui/field";
import { RULEBOOKS, type Rulebook } from "@/lib/pipeline/rulebook";
import { formatDay, parseDay } from "@/lib/shared/days";
import { textOf } from "./found-rules";

type RecheckDayProps = { day: string; typed: string; chosen: Rulebook };

/** The day by whose rules one judges: typed, or the first day of a book. */
export function RecheckDay({ day, typed, chosen }: RecheckDayProps) {
  const wrong = typed !== "" && parseDay(typed) === null;
  return (
    <div className="no-print mb-5">
      <form className="flex flex-wrap items-end gap-3">
        <div>
          <label htmlFor="recheck-day" className="mb-1.5 block text-staff font-semibold">
            Theo quy định ngày
          </label>
          <input
            key={day}
            id="recheck-day"
            name="day"
            inputMode="numeric"
            autoComplete="off"
            maxLength={10}
            placeholder="dd/mm/yyyy"
            defaultValue={wrong ? typed : formatDay(day)}
            aria-invalid={wrong || undefined}
            aria-describedby={wrong ? "recheck-day-error" : undefined}
            className={controlClass(wrong, "figures max-w-48")}
          />
        </div>
        <button type="submit" className={buttonClass("panel")}>
          Kiểm tra lại
        </button>
      </form>
      {wrong && (
        <p id="recheck-day-error" role="alert" className="mt-1.5 text-note font-medium text-red-hover">
          Không có ngày {typed}. Đang xem theo ngày {formatDay(day)}.
        </p>
      )}
      <nav
        aria-label="Quy định"
        className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-1 text-staff text-ink2"
      >
        <span>Hoặc chọn quy định:</span>
        {RULEBOOKS.map((book) => (
          <a
            key={book.name}
            href={`?day=${formatDay(book.from)}`}
            aria-current={book.name === chosen.name ? "true" : undefined}
            className="link keep inline-flex min-h-9 items-center aria-[current]:font-semibold aria-[current]:text-ink"
          >
            {textOf(book)} ({book.from.slice(0, 4)})
          </a>
        ))}
      </nav>
    </div>
  );
}
