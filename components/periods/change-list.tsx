import Link from "next/link";
import type { NamedChange, NamedSide } from "@/lib/periods/queries/snapshots";
import { formatNumber } from "@/lib/shared/ratio";

/** How many changes are shown at once; the numbers of all stand above them. */
const SHOWN = 100;

/** Figures that differ: before, after, who came and who went. */
export function ChangeList({ changes }: { changes: NamedChange[] }) {
  return (
    <>
      <ul>
        {changes.slice(0, SHOWN).map(({ path, line, label, before, after, people }) => (
          <li key={path} className="border-t border-line px-5 py-3 first:border-0">
            <p className="flex flex-wrap items-baseline justify-between gap-x-5">
              <span className="font-semibold">
                {label}
                {line && <span className="font-normal text-ink2">, {line}</span>}
              </span>
              <span className="figures">
                {numberOrNone(before)} <span aria-hidden="true">→</span>
                <span className="sr-only">thành</span> {numberOrNone(after)}
              </span>
            </p>
            {people && (
              <>
                <Side label="Thêm" side={people.came} />
                <Side label="Bớt" side={people.went} />
              </>
            )}
          </li>
        ))}
      </ul>
      {changes.length > SHOWN && (
        <p className="border-t border-line px-5 py-3 text-ink2">
          Còn {formatNumber(changes.length - SHOWN)} chỗ khác nhau nữa. Hãy so bản chốt của từng đơn vị bên
          dưới.
        </p>
      )}
    </>
  );
}

const numberOrNone = (number: number | null): string => (number === null ? "không có" : formatNumber(number));

function Side({ label, side: { count, named } }: { label: string; side: NamedSide }) {
  if (count === 0) return null;
  const others = count - named.length;
  return (
    <p className="text-staff">
      {label}:{" "}
      {named.map(({ id, name, unitName, href }, place) => (
        <span key={id}>
          {place > 0 && "; "}
          <Link href={href} prefetch={false} className="link">
            {name}
          </Link>
          <span className="text-ink2">, {unitName}</span>
        </span>
      ))}
      {others > 0 && `${named.length > 0 ? "; còn " : ""}${formatNumber(others)} người không nêu tên`}
    </p>
  );
}
