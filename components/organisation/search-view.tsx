import { Search } from "lucide-react";
import { Button } from "@/components/ui/button";
import { controlClass } from "@/components/ui/field";
import { PageHeading } from "@/components/ui/page-heading";
import type { FoundUnitRow } from "@/lib/organisation/queries/tree";
import { FoundUnits } from "./found-units";

/** People and units found by what was typed, within the actor's range. */
export function SearchView({ typed, units }: { typed: string; units: FoundUnitRow[] }) {
  return (
    <div className="max-w-3xl">
      <PageHeading title="Tìm người, đơn vị" />
      <search>
        <form action="/search" className="mb-5 flex gap-2">
          <label className="sr-only" htmlFor="query">
            Tên người, tên hoặc mã đơn vị
          </label>
          <input
            id="query"
            name="q"
            type="search"
            defaultValue={typed}
            placeholder="Gõ tên, không cần dấu"
            className={controlClass(false)}
            maxLength={200}
          />
          <Button type="submit">
            <Search size={16} aria-hidden="true" />
            Tìm
          </Button>
        </form>
      </search>
      {typed.trim() !== "" && <FoundUnits typed={typed} found={units} />}
    </div>
  );
}
