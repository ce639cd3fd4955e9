import { Search } from "lucide-react";
import { FoundUnits } from "@/components/organisation/found-units";
import { Button } from "@/components/ui/button";
import { controlClass } from "@/components/ui/field";
import { PageHeading } from "@/components/ui/page-heading";
import type { FoundUnitRow } from "@/lib/organisation/queries/tree";
import type { FoundPerson } from "@/lib/people/repository/search";
import { FoundPeople } from "./found-people";

type Props = { typed: string; people: FoundPerson[] | null; units: FoundUnitRow[] };

/** People and units found by what was typed, within the actor's range; `people` null: not for this role. */
export function SearchView({ typed, people, units }: Props) {
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
      {typed.trim() !== "" && (
        <>
          {people && <FoundPeople typed={typed} found={people} />}
          <FoundUnits typed={typed} found={units} />
        </>
      )}
    </div>
  );
}
