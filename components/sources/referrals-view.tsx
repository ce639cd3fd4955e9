import { Plus } from "lucide-react";
import { type Address, addressWith } from "@/components/reports/address";
import { ButtonLink } from "@/components/ui/button";
import { FilterBar } from "@/components/ui/filter-bar";
import { PageHeading } from "@/components/ui/page-heading";
import { CopyLinkButton } from "@/components/ui/page-tools";
import { DoneBar, EmptyState } from "@/components/ui/states";
import { Tabs } from "@/components/ui/tabs";
import { SOURCES, sourceLabel } from "@/lib/pipeline/labels/words";
import { formatDay } from "@/lib/shared/days";
import { formatNumber } from "@/lib/shared/ratio";
import { progressLabel, referralStateLabel } from "@/lib/sources/labels";
import type { ReferralLine, ReferralList } from "@/lib/sources/queries/referrals";
import type { ReferralFilter } from "@/lib/sources/rules/list";
import { REFERRAL_STATES } from "@/lib/sources/rules/referral";
import { ReferralStateMark } from "./referral-state";
import { SearchField } from "./search-field";

type Props = { list: ReferralList; filter: ReferralFilter; told: Address };

const PATH = "/sources/referrals";
const NEW = {
  union: { href: "/sources/referrals/introduce", words: "Giới thiệu đoàn viên ưu tú" },
  party: { href: "/sources/referrals/new", words: "Ghi giới thiệu" },
};

/** "Giới thiệu": whom one's own organisation introduced, or who was introduced to one's cells. */
export function ReferralsView({ list, filter, told }: Props) {
  const { rows, counts, next, mayIntroduce } = list;
  const to = (changes: Record<string, string | null>) => addressWith(PATH, told, { done: null, ...changes });
  const all = REFERRAL_STATES.reduce((sum, state) => sum + counts[state], 0);
  return (
    <>
      <PageHeading
        title="Giới thiệu vào Đảng"
        under="Người được Đoàn, đoàn thể và chi bộ giới thiệu"
        actions={
          <>
            <CopyLinkButton />
            {mayIntroduce !== "union" && <ButtonLink href="/sources/programmes">Chương trình</ButtonLink>}
            {mayIntroduce && (
              <ButtonLink href={NEW[mayIntroduce].href} look="main">
                <Plus size={16} aria-hidden="true" />
                {NEW[mayIntroduce].words}
              </ButtonLink>
            )}
          </>
        }
      />
      {told.done && <DoneBar message={`Đã giới thiệu ${Number(told.done) || 1} người cho chi bộ.`} />}
      <Tabs
        label="Trạng thái"
        tabs={[
          {
            href: to({ state: null, after: null }),
            label: "Tất cả",
            count: all,
            current: filter.state === null,
          },
          ...REFERRAL_STATES.map((state) => ({
            href: to({ state, after: null }),
            label: referralStateLabel(state),
            count: counts[state],
            current: filter.state === state,
          })),
        ]}
      />
      <div className="my-4">
        <FilterBar filters={filtersOf(filter, list.today)} clearHref={PATH}>
          <SearchField action={PATH} told={told} typed={filter.typed} label="Tìm tên, không cần dấu" />
        </FilterBar>
      </div>
      {rows.length === 0 ? (
        <div className="rounded-panel border border-line bg-surface">
          <EmptyState title="Không có giới thiệu nào ở đây">
            Người được giới thiệu không mất khỏi danh sách; hãy xem các trạng thái khác.
          </EmptyState>
        </div>
      ) : (
        <ReferralTable rows={rows} />
      )}
      <footer className="mt-4 flex items-center justify-between text-staff text-ink2">
        <span>
          {formatNumber(rows.length)} trong {formatNumber(filter.state ? counts[filter.state] : all)} giới
          thiệu
        </span>
        <span className="flex gap-3">
          {filter.after && <ButtonLink href={to({ after: null })}>Về đầu</ButtonLink>}
          {next && <ButtonLink href={to({ after: `${next.onDay}|${next.id}` })}>Xem tiếp</ButtonLink>}
        </span>
      </footer>
    </>
  );
}

const ALL = { value: "", label: "Tất cả" };

function filtersOf({ by, year }: ReferralFilter, today: string) {
  const thisYear = Number(today.slice(0, 4));
  return [
    {
      name: "by",
      label: "Nguồn",
      value: by ?? "",
      initial: "",
      choices: [ALL, ...SOURCES.map((value) => ({ value, label: sourceLabel(value) }))],
    },
    {
      name: "year",
      label: "Năm",
      value: year === null ? "" : String(year),
      initial: "",
      choices: [
        ALL,
        ...Array.from({ length: 8 }, (_, back) => String(thisYear - back)).map((value) => ({
          value,
          label: value,
        })),
      ],
    },
  ];
}

function ReferralTable({ rows }: { rows: ReferralLine[] }) {
  return (
    <section aria-label="Danh sách giới thiệu">
      <table className="hidden w-full border-y border-line bg-surface text-table phone:table">
        <thead className="sticky top-15 z-10 bg-sunken text-left text-chip">
          <tr>
            <th className="px-4 py-2.5 font-semibold">Họ và tên</th>
            <th className="px-3 font-semibold">Nơi giới thiệu</th>
            <th className="px-3 font-semibold">Chi bộ nhận</th>
            <th className="px-3 text-right font-semibold">Ngày ↓</th>
            <th className="px-3 font-semibold">Trạng thái</th>
            <th className="px-3 font-semibold">Đến nay</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} className="border-t border-line hover:bg-hover has-focus-visible:bg-hover">
              <td className="px-4 py-2.5 font-semibold">
                <a href={`/sources/referrals/${row.id}`} data-soft="" className="hover:underline">
                  {row.name}
                </a>
              </td>
              <td className="px-3 text-ink2">{row.organisation ?? sourceLabel(row.by)}</td>
              <td className="px-3 text-ink2">{row.cellName}</td>
              <td className="keep px-3 text-right">{formatDay(row.onDay)}</td>
              <td className="px-3">
                <ReferralStateMark state={row.state} />
              </td>
              <td className="px-3 text-note text-ink2">{sinceThen(row)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <ul className="-mx-4 border-y border-line bg-surface phone:hidden">
        {rows.map((row) => (
          <li key={row.id} className="border-b border-line last:border-0">
            <a href={`/sources/referrals/${row.id}`} data-soft="" className="block px-4 py-3">
              <strong className="text-task">{row.name}</strong>
              <span className="mt-1 block text-ink2">
                {row.cellName}, {formatDay(row.onDay)}
              </span>
              <span className="mt-1 flex items-center justify-between gap-3">
                <ReferralStateMark state={row.state} />
                <span className="text-note text-ink2">{sinceThen(row)}</span>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function sinceThen({ state, reached, returnedReason, until }: ReferralLine): string {
  switch (state) {
    case "takenUp":
      return reached ? `${progressLabel(reached.stage)}, ${formatDay(reached.onDay)}` : "";
    case "returned":
      return returnedReason ?? "";
    case "waiting":
      return `hiệu lực đến ${formatDay(until)}`;
    case "lapsed":
      return `hết hiệu lực ${formatDay(until)}`;
  }
}
