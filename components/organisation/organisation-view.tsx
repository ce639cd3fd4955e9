import { Search } from "lucide-react";
import { Button, ButtonLink } from "@/components/ui/button";
import { controlClass } from "@/components/ui/field";
import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import type { FoundUnitRow, UnitTreePage } from "@/lib/organisation/queries/tree";
import { FoundUnits } from "./found-units";
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
      <PageHeading
        title="Tổ chức đảng"
        under="Các tổ chức trong phạm vi của đồng chí, theo hôm nay."
        actions={
          page.mayChange && <ButtonLink href="/organisation/reorganisation">Sắp xếp tổ chức</ButtonLink>
        }
      />
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
