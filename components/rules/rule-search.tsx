import { Search } from "lucide-react";
import { controlClass } from "@/components/ui/field";

/** Words without accents, or a number; what was typed stands in the address. */
export function RuleSearch({ typed }: { typed: string }) {
  return (
    <search className="no-print mb-4 block">
      <form action="/rules" className="flex flex-wrap items-center gap-2.5">
        <label htmlFor="rule-search" className="sr-only">
          Tìm quy định
        </label>
        <span className="relative min-w-0 flex-1 phone:max-w-96">
          <Search
            size={18}
            aria-hidden="true"
            className="pointer-events-none absolute top-1/2 left-3 -translate-y-1/2 text-ink3"
          />
          <input
            id="rule-search"
            type="search"
            name="q"
            defaultValue={typed}
            maxLength={80}
            placeholder="Ví dụ: giấy chứng nhận, R-05, 60"
            className={controlClass(false, "!pl-10")}
          />
        </span>
        <button
          type="submit"
          className="min-h-12 rounded-button border border-line2 bg-surface px-4 text-staff font-semibold hover:bg-hover phone:min-h-10"
        >
          Tìm
        </button>
        {typed && (
          <a href="/rules" className="link text-note text-ink2">
            Xem tất cả
          </a>
        )}
      </form>
    </search>
  );
}
