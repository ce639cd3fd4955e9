import { Search } from "lucide-react";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { controlClass } from "@/components/ui/field";
import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { EmptyState } from "@/components/ui/states";
import { kindLabel } from "@/lib/organisation/labels";
import type { FoundUnitRow, UnitTreePage } from "@/lib/organisation/queries/tree";
import { UnitTree } from "./unit-tree";

/** The organisation: search on top, the tree beneath; its branches load when opened. */
export function OrganisationView({
  page,
  typed,
  found,
}: {
  page: UnitTreePage;
  typed: string;
  found: FoundUnitRow[];
}) {
  return (
    <>
      <PageHeading title="Tổ chức đảng" under="Các tổ chức trong phạm vi của đồng chí, theo hôm nay." />
      <search>
        <form action="/organisation" className="mb-4 flex max-w-xl gap-2">
          <label className="sr-only" htmlFor="unit-query">
            Tìm đơn vị theo tên hoặc mã
          </label>
          <input
            id="unit-query"
            name="q"
            type="search"
            defaultValue={typed}
            placeholder="Tìm tên hoặc mã đơn vị, không cần dấu"
            className={controlClass(false)}
            maxLength={200}
          />
          <Button type="submit">
            <Search size={16} aria-hidden="true" />
            Tìm
          </Button>
        </form>
      </search>
      {typed !== "" && <FoundUnits typed={typed} found={found} />}
      <Panel flush>
        <UnitTree rows={page.rows} here={page.here} />
      </Panel>
    </>
  );
}

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
                {name}
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
