import { Plus } from "lucide-react";
import { ButtonLink } from "@/components/ui/button";
import { FilterBar } from "@/components/ui/filter-bar";
import { PageHeading } from "@/components/ui/page-heading";
import { CopyLinkButton } from "@/components/ui/page-tools";
import { StatusShape } from "@/components/ui/shapes";
import { DoneBar, EmptyState } from "@/components/ui/states";
import { StepCells } from "@/components/ui/step-rail";
import { Tabs } from "@/components/ui/tabs";
import { nextStepLabel, stageLabel } from "@/lib/pipeline/labels/words";
import type { CandidateList, ListLine } from "@/lib/pipeline/queries/list";
import { type ListFilter, TABS } from "@/lib/pipeline/rules/list";
import { RAIL } from "@/lib/pipeline/rules/stages";
import { formatDay } from "@/lib/shared/days";
import { listFilters, tabLabel } from "./list-filters";
import { RowKeys } from "./row-keys";

type ListViewProps = {
  list: CandidateList;
  filter: ListFilter;
  address: URLSearchParams;
  /** Was a dossier just moved out of sight? */
  moved: boolean;
};

/** "Hồ sơ kết nạp": find one, or work through a queue. */
export function ListView({ list, filter, address, moved }: ListViewProps) {
  const to = (changes: Record<string, string | null>) => addressWith(address, changes);
  return (
    <>
      <PageHeading
        title="Hồ sơ kết nạp"
        under={list.unit.name}
        actions={
          <>
            <CopyLinkButton />
            {list.mayEnter && (
              <ButtonLink
                href={`/pipeline/new${address.get("unit") ? `?cell=${address.get("unit")}` : ""}`}
                look="main"
              >
                <Plus size={16} aria-hidden="true" />
                Thêm người
              </ButtonLink>
            )}
          </>
        }
      />
      {moved && <DoneBar message="Đã ghi chuyển đi. Chi bộ nơi đến sẽ tiếp nhận hồ sơ." />}
      <Tabs
        label="Hàng chờ"
        tabs={TABS.map((tab) => ({
          href: to({ tab: tab === "all" ? null : tab, after: null }),
          label: tabLabel(tab),
          count: list.counts[tab],
          current: filter.tab === tab,
        }))}
      />
      <div className="my-4">
        <FilterBar
          filters={listFilters(filter, list.today)}
          clearHref={address.get("unit") ? `/pipeline?unit=${address.get("unit")}` : "/pipeline"}
        >
          <SearchForm address={address} typed={filter.typed} />
        </FilterBar>
      </div>
      {list.lines.length === 0 ? (
        <NothingFound filter={filter} mayEnter={list.mayEnter} />
      ) : (
        <CandidateTable list={list} />
      )}
      <footer className="mt-4 flex items-center justify-between text-staff text-ink2">
        <span>
          {list.lines.length} trong {list.counts[filter.tab]} hồ sơ
        </span>
        <span className="flex gap-3">
          {filter.after && <ButtonLink href={to({ after: null })}>Về đầu</ButtonLink>}
          {list.next && <ButtonLink href={to({ after: list.next })}>Xem tiếp</ButtonLink>}
        </span>
      </footer>
    </>
  );
}

function SearchForm({ address, typed }: { address: URLSearchParams; typed: string }) {
  const kept = [...address].filter(([name]) => !["q", "after"].includes(name));
  return (
    <search>
      <form action="/pipeline" className="flex">
        {kept.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <input
          type="search"
          name="q"
          defaultValue={typed}
          aria-label="Tìm tên, không cần dấu"
          placeholder="Tìm tên, không cần dấu"
          className="min-h-11 w-64 rounded-button border border-field bg-surface px-3 text-staff phone:min-h-9"
        />
      </form>
    </search>
  );
}

function NothingFound({ filter, mayEnter }: { filter: ListFilter; mayEnter: boolean }) {
  const narrowed =
    filter.typed ||
    filter.stage ||
    filter.group ||
    filter.source ||
    filter.dueUntil ||
    filter.introducedFrom ||
    filter.tab !== "all";
  return (
    <div className="rounded-panel border border-line bg-surface">
      {narrowed ? (
        <EmptyState title="Không có hồ sơ nào khớp">
          Hãy bỏ bớt điều kiện lọc, hoặc tìm bằng tên không dấu.
        </EmptyState>
      ) : (
        <EmptyState
          title="Chưa có ai trên đường vào Đảng"
          action={mayEnter && <ButtonLink href="/pipeline/new">Thêm người</ButtonLink>}
        >
          Khi chi bộ nhận người được giới thiệu, tên sẽ hiện ở đây.
        </EmptyState>
      )}
    </div>
  );
}

function CandidateTable({ list }: { list: CandidateList }) {
  return (
    <RowKeys>
      <table className="hidden w-full border-y border-line bg-surface text-table phone:table">
        <thead className="sticky top-15 z-10 bg-sunken text-left text-chip">
          <tr>
            <th className="px-4 py-2.5 font-semibold">Họ và tên ↑</th>
            <th className="px-3 text-right font-semibold">Sinh năm</th>
            <th className="px-3 font-semibold">Chi bộ</th>
            <th className="px-3 font-semibold">Bước</th>
            <th className="hidden px-3 font-semibold desk:table-cell">Việc tiếp theo</th>
            <th className="px-3 text-right font-semibold">Hạn</th>
            <th className="px-3 font-semibold">Điều kiện</th>
          </tr>
        </thead>
        <tbody>
          {list.lines.map((line) => (
            <tr key={line.id} className="border-t border-line hover:bg-hover has-focus-visible:bg-hover">
              <td className="px-4 py-2.5 font-semibold">
                <a href={`/pipeline/${line.id}`} data-soft="" data-row="" className="hover:underline">
                  {line.name}
                </a>
              </td>
              <td className="px-3 text-right text-ink2">{line.birthYear}</td>
              <td className="px-3 text-ink2">{placeOf(line)}</td>
              <td className="px-3">
                <StageCells line={line} />
              </td>
              <td className="hidden px-3 desk:table-cell">
                {line.closedOn ? "Đã đóng" : line.nextStep && nextStepLabel(line.nextStep)}
              </td>
              <td className="keep px-3 text-right">
                <Due line={line} today={list.today} />
              </td>
              <td className="px-3">
                <Conditions line={line} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <ul className="-mx-4 border-y border-line bg-surface phone:hidden">
        {list.lines.map((line) => (
          <li key={line.id} className="border-b border-line last:border-0">
            <a href={`/pipeline/${line.id}`} data-soft="" className="block px-4 py-3">
              <span className="flex items-baseline justify-between gap-3">
                <strong className="text-task">{line.name}</strong>
                <Due line={line} today={list.today} />
              </span>
              <span className="mt-1 block text-ink2">{placeOf(line)}</span>
              <span className="mt-1 flex items-center justify-between gap-3">
                <StageCells line={line} />
                <Conditions line={line} />
              </span>
            </a>
          </li>
        ))}
      </ul>
    </RowKeys>
  );
}

const placeOf = ({ unitName, aboveName }: ListLine): string =>
  [unitName.replace(/^Chi bộ /, ""), aboveName?.replace(/^Đảng bộ /, "")].filter(Boolean).join(", ");

function StageCells({ line }: { line: ListLine }) {
  const stage = line.stage === "submitted" ? "baseResolved" : line.stage;
  return (
    <StepCells
      done={(RAIL as readonly string[]).indexOf(stage) + 1}
      total={RAIL.length}
      label={stageLabel(line.stage)}
      ended={line.nextStep === null}
    />
  );
}

function Due({ line, today }: { line: ListLine; today: string }) {
  if (line.returnedOn) {
    return (
      <span className="inline-flex items-center gap-1.5">
        <StatusShape shape="returned" size={13} />
        {formatDay(line.returnedOn)}
      </span>
    );
  }
  if (!line.dueOn) return <span className="text-ink3">–</span>;
  const late = line.dueOn < today;
  return (
    <span
      className={
        late ? "inline-flex items-center gap-1.5 font-semibold text-red" : "inline-flex items-center gap-1.5"
      }
    >
      {late && <StatusShape shape="late" size={11} />}
      {formatDay(line.dueOn)}
    </span>
  );
}

function Conditions({ line }: { line: ListLine }) {
  if (line.nextStep === null) return null;
  const shape = line.blocks > 0 ? "blocks" : line.warns > 0 ? "warns" : "passes";
  const words = line.blocks > 0 ? `${line.blocks} chưa đạt` : line.warns > 0 ? `${line.warns} lưu ý` : "Đủ";
  return (
    <span className="keep inline-flex items-center gap-1.5 text-note">
      <StatusShape shape={shape} size={13} />
      {words}
    </span>
  );
}

function addressWith(address: URLSearchParams, changes: Record<string, string | null>): string {
  const next = new URLSearchParams(address);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) next.delete(name);
    else next.set(name, value);
  }
  const query = next.toString();
  return query ? `/pipeline?${query}` : "/pipeline";
}
