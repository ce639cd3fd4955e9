import { EmptyState } from "@/components/ui/states";
import { optionLabel, optionValueLabel } from "@/lib/pipeline/labels/rules";
import { CENTRAL_OPTIONS, type OptionsVersion, optionChanges, optionsOn } from "@/lib/pipeline/rules/options";
import { formatDay } from "@/lib/shared/days";

type OptionsHistoryProps = { versions: readonly OptionsVersion[]; today: string };

/** Every version, the latest first: from which day, by which document, by whom, and what it changed. */
export function OptionsHistory({ versions, today }: OptionsHistoryProps) {
  if (versions.length === 0)
    return <EmptyState title="Tỉnh chưa quy định gì thêm.">Đang theo quy định của Trung ương.</EmptyState>;
  const sorted = versions.toSorted((a, b) => a.from.localeCompare(b.from));
  const inForce = optionsOn(sorted, today);
  const lines = sorted.map((version, place) => ({
    version,
    changes: optionChanges(version.options, sorted[place - 1]?.options ?? CENTRAL_OPTIONS),
  }));
  return (
    <ol>
      {lines.toReversed().map(({ version, changes }) => (
        <li key={version.from} className="border-t border-line px-5 py-3">
          <p className="font-medium">
            Từ {formatDay(version.from)}
            {version.from === inForce?.from && " · đang áp dụng"}
            {version.from > today && " · chưa đến ngày"}
          </p>
          <p className="text-note text-ink2">
            {version.document} · {version.setBy} ghi
          </p>
          <ul className="mt-1 text-note">
            {changes.fields.map((field) => (
              <li key={field}>
                {optionLabel(field)}: {optionValueLabel(field, version.options)}
              </li>
            ))}
            {changes.calendar && <li>Sửa lịch ngày nghỉ, ngày làm bù</li>}
          </ul>
        </li>
      ))}
    </ol>
  );
}
