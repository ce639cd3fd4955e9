import { type Address, addressWith } from "@/components/reports/address";
import { AsOfForm } from "@/components/reports/as-of-form";
import { ButtonLink } from "@/components/ui/button";
import { FilterBar } from "@/components/ui/filter-bar";
import { PageHeading } from "@/components/ui/page-heading";
import { CopyLinkButton, PrintButton } from "@/components/ui/page-tools";
import { Panel } from "@/components/ui/panel";
import { DoneBar } from "@/components/ui/states";
import { periodWords, preparePeriods } from "@/lib/reports/chart/period";
import type { ProgrammePage } from "@/lib/reports/queries/programmes";
import { formatDay, yearOf } from "@/lib/shared/days";
import { programmeWords } from "@/lib/sources/labels";
import { isOpen } from "@/lib/sources/rules/programme";
import { EndProgrammeForm } from "./programme-form";
import { ProgrammeFunnel, ProgrammeUnits } from "./programme-funnel";
import { ProgrammePeople } from "./programme-people";

const DONE: Record<string, string> = {
  opened: "Đã lập chương trình",
  edited: "Đã ghi",
  ended: "Đã kết thúc chương trình",
};

/** A programme: who belongs to it, how far its people have come, and who they are. */
export function ProgrammeView({ page, told }: { page: ProgrammePage; told: Address }) {
  const { programme, parameters, total, rows, open, mayKeep, today } = page;
  const pathname = `/sources/programmes/${programme.id}`;
  const hrefOf = (changes: Readonly<Record<string, string | null>>) =>
    addressWith(pathname, told, { done: null, ...changes });
  const figureHref = (figure: string) => hrefOf({ figure, after: null });
  const done = DONE[told.done ?? ""];
  return (
    <>
      <PageHeading
        title={programme.name}
        under={total.unit.name}
        back={{ href: "/sources/programmes", label: "Chương trình" }}
        actions={
          <>
            <CopyLinkButton />
            <PrintButton />
            {mayKeep && <ButtonLink href={`${pathname}/edit`}>Sửa</ButtonLink>}
          </>
        }
      />
      {done && <DoneBar message={done} />}
      <div className="no-print mb-4">
        <FilterBar
          filters={[periodFilter(page)]}
          clearHref={addressWith(pathname, told.unit ? { unit: told.unit } : {}, {})}
        >
          <AsOfForm pathname={pathname} told={told} asOf={parameters.asOf} />
        </FilterBar>
      </div>
      <div className="grid gap-5 desk:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <Panel flush heading="Các bước đã qua">
          <ProgrammeFunnel line={total} hrefOf={figureHref} />
        </Panel>
        <Panel heading="Ai thuộc chương trình" aside={programme.unit.name}>
          <ul className="list-disc space-y-1 pl-5">
            {programmeWords(programme).map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
          <p className="mt-3 text-note text-ink2">
            Người đã thuộc chương trình vẫn được theo dõi sau ngày cuối.
          </p>
          {mayKeep && isOpen(programme, today) && (
            <EndProgrammeForm id={programme.id} version={programme.version} />
          )}
        </Panel>
      </div>
      {rows.length > 0 && (
        <Panel flush heading="Theo đơn vị trực thuộc" className="mt-5">
          <ProgrammeUnits rows={rows} total={total} hrefOf={figureHref} />
        </Panel>
      )}
      <p className="mt-4 text-note text-ink2">
        Mỗi bước tính theo ngày của bước đó, {periodWords(parameters.from, parameters.to)}, tính đến ngày{" "}
        {formatDay(parameters.asOf)}; đang theo dõi là chưa có quyết định kết nạp và chưa kết thúc.
      </p>
      {open && <ProgrammePeople open={open} hrefOf={hrefOf} links={page.mayOpenCandidate} />}
    </>
  );
}

function periodFilter({ parameters: { from, to }, whole, today, programme }: ProgrammePage) {
  const first = yearOf(programme.from);
  const periods = preparePeriods(whole ? yearOf(today) : yearOf(from), yearOf(today)).filter(
    (period) => yearOf(period.from) >= first,
  );
  const chosen = whole ? "" : periods.find((period) => period.from === from && period.to === to)?.key;
  const choices = [
    { value: "", label: "Cả chương trình" },
    ...periods.map(({ key, label }) => ({ value: key, label })),
  ];
  return {
    name: "period",
    label: "Kỳ",
    value: chosen ?? "days",
    initial: "",
    choices: chosen === undefined ? [{ value: "days", label: periodWords(from, to) }, ...choices] : choices,
    replaces: ["from", "to", "asOf"],
  };
}
