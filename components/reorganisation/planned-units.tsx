import { changeLabel, countLabel, landingText } from "@/lib/reorganisation/labels";
import type { PlannedUnit, UnitCounts } from "@/lib/reorganisation/rules/plan";
import { formatNumber } from "@/lib/shared/ratio";

const AT_ONCE = 100;

/** Each changed unit: what it was and becomes, what hangs on it and where that lands. */
export function PlannedUnits({ units }: { units: readonly PlannedUnit[] }) {
  const rest = units.slice(AT_ONCE);
  return (
    <>
      <UnitLines units={units.slice(0, AT_ONCE)} />
      {rest.length > 0 && (
        <details className="border-t border-line">
          <summary className="px-5 py-3 text-staff">Xem thêm {formatNumber(rest.length)} đơn vị</summary>
          <UnitLines units={rest} />
        </details>
      )}
    </>
  );
}

function UnitLines({ units }: { units: readonly PlannedUnit[] }) {
  return (
    <ul>
      {units.map((unit) => (
        <li key={unit.code} className="border-t border-line px-5 py-4 first:border-0">
          <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
            <strong>{unit.name}</strong>
            <span className="text-note text-ink2">{unit.code}</span>
            <span className="text-staff font-semibold">{changeLabel(unit.change)}</span>
          </div>
          <p className="mt-1 text-staff">{becomes(unit)}</p>
          <Holdings unit={unit} />
        </li>
      ))}
    </ul>
  );
}

/** Before and after, in one sentence. */
function becomes({ change, name, newName, above, newAbove, into }: PlannedUnit): string {
  if (change === "made") return `Trực thuộc ${newAbove ?? "cấp cao nhất"}.`;
  if (change === "closed")
    return into.length > 0
      ? `Kế tục: ${into.join("; ")}. Số liệu đã có tính vào ${newAbove ?? "cấp trên"}.`
      : `Không có đơn vị kế tục; số liệu đã có tính vào ${newAbove ?? "cấp trên"}.`;
  if (change === "divided") return `Chia người cho: ${into.join("; ")}.`;
  const moved = above === newAbove ? [] : [`từ ${above ?? "cấp trên"} sang ${newAbove ?? "cấp trên"}`];
  const renamed = name === newName ? [] : [`tên mới: ${newName}`];
  const words = [...moved, ...renamed].join("; ");
  return words === ""
    ? "Đổi loại tổ chức, loại hình hoặc quyền quyết định kết nạp."
    : `${words[0]?.toUpperCase()}${words.slice(1)}.`;
}

function landsAt(what: keyof UnitCounts, change: PlannedUnit["change"], into: readonly string[]): string {
  const people = what === "onTheWay" || what === "probationers";
  if (people && into.length > 1) return `chia cho ${into.join(", ")}`;
  if (change === "divided") return "ở lại";
  return change === "closed" ? landingText(what, into[0] ?? null) : "đi theo đơn vị";
}

function Holdings({ unit: { counts, change, into } }: { unit: PlannedUnit }) {
  const held = Object.entries(counts ?? {}).filter(([, count]) => count > 0) as [keyof UnitCounts, number][];
  if (held.length === 0) return null;
  return (
    <ul className="mt-2 grid gap-x-6 gap-y-0.5 text-staff text-ink2 desk:grid-cols-2">
      {held.map(([what, count]) => (
        <li key={what}>
          <strong className="figures text-ink">{formatNumber(count)}</strong> {countLabel(what)}
          {`: ${landsAt(what, change, into)}`}
        </li>
      ))}
    </ul>
  );
}
