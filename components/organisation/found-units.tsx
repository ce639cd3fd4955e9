import Link from "next/link";
import { Marked } from "@/components/ui/marked";
import { Panel } from "@/components/ui/panel";
import { EmptyState } from "@/components/ui/states";
import { kindLabel } from "@/lib/organisation/labels";
import type { FoundUnitRow } from "@/lib/organisation/queries/tree";

/** Units found by what was typed, with those above them. */
export function FoundUnits({ typed, found }: { typed: string; found: FoundUnitRow[] }) {
  return (
    <Panel
      className="mb-4"
      heading="Đơn vị tìm thấy"
      aside={found.length === 20 ? "20 đơn vị đầu" : `${found.length} đơn vị`}
      flush
    >
      {found.length === 0 ? (
        <EmptyState title={`Không có đơn vị nào khớp “${typed}”`}>
          Tìm trong tên và mã của các đơn vị thuộc phạm vi của đồng chí. Hãy thử ít chữ hơn.
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line border-t border-line">
          {found.map(({ code, name, kind, ancestors }) => (
            <li key={code} className="px-5 py-2 hover:bg-hover">
              <Link
                className="font-medium hover:underline"
                href={`/organisation/${encodeURIComponent(code)}`}
                prefetch={false}
              >
                <Marked text={name} typed={typed} />
              </Link>
              <span className="block text-note text-ink2">
                {[code, kindLabel(kind), ...ancestors].join(" · ")}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
