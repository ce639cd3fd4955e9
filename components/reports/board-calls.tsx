import Link from "next/link";
import { StatusShape } from "@/components/ui/shapes";
import { prepareCalls } from "@/lib/reports/chart/board";
import { formatNumber } from "@/lib/shared/ratio";
import { type BoardProps, boardHref } from "./board";

/** The three units to call, before anything else is read. */
export function BoardCalls({ rows, told }: BoardProps) {
  const calls = prepareCalls(rows);
  if (calls.length === 0) return null;
  return (
    <p className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-1">
      <span className="flex items-center gap-2 font-semibold">
        <StatusShape shape="late" />
        Nên gọi trước
      </span>
      {calls.map(({ unit, behind }) => (
        <span key={unit.code}>
          <Link
            href={boardHref(told, { unit: unit.code, status: null, q: null, figure: null })}
            prefetch={false}
            className="link"
          >
            {unit.name}
          </Link>{" "}
          <span className="text-ink2">hụt {formatNumber(behind)}</span>
        </span>
      ))}
    </p>
  );
}
