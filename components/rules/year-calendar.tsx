import { Panel } from "@/components/ui/panel";
import type { OptionsPage } from "@/lib/pipeline/queries/rules";
import { formatDay, yearOf } from "@/lib/shared/days";
import { OFFICIAL_CHANGES } from "@/lib/shared/working-days";

type DaysProps = { label: string; days: readonly string[] };

/** The days of a year on which nobody works, and the weekend days worked for them. */
export function YearCalendar({ page }: { page: OptionsPage }) {
  const { year, holidays, options } = page;
  const ofYear = (days: readonly string[]) => days.filter((day) => yearOf(day) === year);
  return (
    <Panel
      id="lich"
      heading={`Lịch năm ${year}`}
      aside={
        <span className="no-print flex gap-3">
          {[year - 1, year + 1].map((other) => (
            <a key={other} href={`/rules/options?year=${other}#lich`} className="link figures">
              {other}
            </a>
          ))}
        </span>
      }
    >
      <dl className="divide-y divide-line/60 text-staff">
        {holidays.map(({ name, from, to }) => (
          <div key={from} className="flex items-baseline justify-between gap-4 py-1.5">
            <dt>{name}</dt>
            <dd className="figures keep text-ink2">
              {from === to ? short(from) : `${short(from)} – ${short(to)}`}
            </dd>
          </div>
        ))}
      </dl>
      <div className="mt-2 space-y-2 border-t border-line pt-2">
        <Days label="Nghỉ thêm, nghỉ bù đã công bố" days={ofYear(OFFICIAL_CHANGES.off)} />
        <Days label="Làm bù đã công bố" days={ofYear(OFFICIAL_CHANGES.worked)} />
        <Days label="Tỉnh ghi thêm ngày nghỉ" days={ofYear(options.calendar.off)} />
        <Days label="Tỉnh ghi thêm ngày làm bù" days={ofYear(options.calendar.worked)} />
      </div>
      <p className="mt-3 text-note text-ink2">
        Thứ bảy, chủ nhật là ngày nghỉ. Tết và Giỗ Tổ tính theo âm lịch.
      </p>
    </Panel>
  );
}

function Days({ label, days }: DaysProps) {
  if (days.length === 0) return null;
  return (
    <p className="text-note">
      <span className="text-ink2">{label}:</span>{" "}
      <span className="figures">{days.map(short).join(", ")}</span>
    </p>
  );
}

/** "30/04", beside a stated year. */
const short = (day: string): string => formatDay(day).slice(0, 5);
