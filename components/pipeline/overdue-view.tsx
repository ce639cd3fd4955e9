import { ArrowDown, ArrowUp } from "lucide-react";
import Link from "next/link";
import { ButtonLink } from "@/components/ui/button";
import { PageHeading } from "@/components/ui/page-heading";
import { CopyLinkButton, PrintButton } from "@/components/ui/page-tools";
import { EmptyState } from "@/components/ui/states";
import type { Overdue } from "@/lib/pipeline/queries/tasks";
import type { TaskGroup, TaskKind } from "@/lib/pipeline/rules/tasks";
import type { OverdueSort, TasksAddress } from "@/lib/pipeline/schema/tasks";
import { daysBetween, formatDay } from "@/lib/shared/days";
import { formatNumber } from "@/lib/shared/ratio";

type Row = Overdue["rows"][number];
type Column = {
  sort: OverdueSort;
  label: string;
  group: TaskGroup;
  kind?: TaskKind;
  of: (row: Row) => number;
};

const COLUMNS: readonly Column[] = [
  { sort: "overdue", label: "Quá hạn", group: "overdue", of: (row) => row.overdue },
  { sort: "returned", label: "Bị trả lại", group: "returned", of: (row) => row.returned },
  { sort: "soon", label: "Đến hạn trong 14 ngày", group: "soon", of: (row) => row.soon },
  {
    sort: "missingHelpers",
    label: "Thiếu người giúp đỡ",
    group: "watch",
    kind: "helper",
    of: (row) => row.missingHelpers,
  },
  {
    sort: "missingNotes",
    label: "Thiếu nhận xét",
    group: "watch",
    kind: "note",
    of: (row) => row.missingNotes,
  },
];

/** "Đơn vị nào đang trễ": per unit beneath what is overdue; each figure opens its list. */
export function OverdueView({ overdue, address }: { overdue: Overdue; address: TasksAddress }) {
  const { unit, today } = overdue;
  const rows = sorted(overdue.rows, address);
  const late = rows.filter((row) => row.overdue > 0).length;
  return (
    <>
      <PageHeading
        title="Đơn vị nào đang trễ"
        under={unit.name}
        back={{ href: "/", label: "Việc cần làm" }}
        actions={
          <>
            <CopyLinkButton />
            <PrintButton />
          </>
        }
      />
      {rows.length === 0 ? (
        <div className="rounded-panel border border-line bg-surface">
          <EmptyState
            title="Không có đơn vị trực thuộc."
            action={
              <ButtonLink href={listHref(unit.code, "overdue")}>Xem việc quá hạn của đơn vị này</ButtonLink>
            }
          />
        </div>
      ) : (
        <>
          <p className="mb-4 text-read">
            {late === 0
              ? `Đến ngày ${formatDay(today)} không có đơn vị nào trễ.`
              : `Đến ngày ${formatDay(today)} có ${formatNumber(late)} trong ${formatNumber(rows.length)} đơn vị đang trễ.`}
          </p>
          <Table rows={rows} address={address} unit={unit.code} today={today} />
          <PhoneRows rows={rows} today={today} />
        </>
      )}
    </>
  );
}

type TableProps = { rows: Row[]; address: TasksAddress; unit: string; today: string };

function Table({ rows, address, unit, today }: TableProps) {
  return (
    <table className="hidden w-full border-y border-line bg-surface text-table phone:table print:table">
      <thead className="sticky top-15 z-10 bg-sunken text-chip">
        <tr>
          <Head sort="name" label="Đơn vị" address={address} unit={unit} left />
          {COLUMNS.map(({ sort, label }) => (
            <Head key={sort} sort={sort} label={label} address={address} unit={unit} />
          ))}
          <Head sort="oldest" label="Trễ lâu nhất" address={address} unit={unit} />
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.code} className="border-t border-line hover:bg-hover">
            <td className="px-4 py-2.5">
              <UnitLink row={row} />
            </td>
            {COLUMNS.map((column) => (
              <td key={column.sort} className="px-3 text-right">
                <Count row={row} column={column} />
              </td>
            ))}
            <td className="keep px-3 pr-5 text-right">{oldest(row, today)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot className="border-t border-line2 bg-sunken font-semibold">
        <tr>
          <td className="px-4 py-2.5">Cộng {formatNumber(rows.length)} đơn vị</td>
          {COLUMNS.map(({ sort, of }) => (
            <td key={sort} className="figures px-3 text-right">
              {formatNumber(rows.reduce((sum, row) => sum + of(row), 0))}
            </td>
          ))}
          <td />
        </tr>
      </tfoot>
    </table>
  );
}

function PhoneRows({ rows, today }: { rows: Row[]; today: string }) {
  return (
    <ul className="divide-y divide-line rounded-panel border border-line bg-surface phone:hidden print:hidden">
      {rows.map((row) => (
        <li key={row.code} className="px-4 py-3">
          <div className="flex items-baseline justify-between gap-3">
            <UnitLink row={row} />
            <span className="keep text-note text-ink2">{oldest(row, today)}</span>
          </div>
          <dl className="mt-1 flex flex-wrap gap-x-5 gap-y-1 text-note">
            {COLUMNS.filter(({ of }) => of(row) > 0).map((column) => (
              <div key={column.sort} className="flex items-center gap-1.5">
                <dt className="text-ink2">{column.label}</dt>
                <dd>
                  <Count row={row} column={column} />
                </dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}

function UnitLink({ row }: { row: Row }) {
  const leaf = row.kind === "CELL" || row.kind === "BASE_CELL";
  return (
    <Link
      href={leaf ? listHref(row.code, "overdue") : `/overdue?unit=${row.code}`}
      prefetch={false}
      className="inline-flex min-h-11 items-center font-semibold hover:underline phone:min-h-0"
    >
      {row.name}
    </Link>
  );
}

function Count({ row, column: { label, group, kind, of, sort } }: { row: Row; column: Column }) {
  const count = of(row);
  if (count === 0) return <span className="figures text-ink3">0</span>;
  return (
    <Link
      href={listHref(row.code, group, kind)}
      prefetch={false}
      aria-label={`${row.name}, ${label.toLowerCase()}: ${formatNumber(count)}, xem danh sách`}
      className={`opens figures inline-flex min-h-11 min-w-6 items-center justify-end font-semibold phone:min-h-6 ${sort === "overdue" ? "text-red" : ""}`}
    >
      {formatNumber(count)}
    </Link>
  );
}

type HeadProps = { sort: OverdueSort; label: string; address: TasksAddress; unit: string; left?: boolean };

function Head({ sort, label, address, unit, left = false }: HeadProps) {
  const current = address.sort === sort;
  const order = current === address.descending ? "up" : "down";
  const Arrow = address.descending ? ArrowDown : ArrowUp;
  return (
    <th
      scope="col"
      aria-sort={current ? (address.descending ? "descending" : "ascending") : undefined}
      className={`px-3 py-2.5 font-medium ${left ? "pl-4 text-left" : "text-right"}`}
    >
      <Link
        href={`/overdue?unit=${unit}&sort=${sort}&order=${order}`}
        scroll={false}
        prefetch={false}
        className="inline-flex min-h-6 items-center gap-1 hover:underline"
      >
        {label}
        {current && <Arrow size={12} aria-hidden="true" />}
      </Link>
    </th>
  );
}

const listHref = (code: string, group: TaskGroup, kind?: TaskKind) =>
  `/overdue?unit=${code}&group=${group}${kind ? `&kind=${kind}` : ""}`;

const oldest = ({ oldest: day }: Row, today: string): string =>
  day ? `${formatNumber(daysBetween(day, today))} ngày` : "";

function sorted(rows: readonly Row[], { sort, descending }: TasksAddress): Row[] {
  const ways: Record<OverdueSort, (a: Row, b: Row) => number> = {
    overdue: (a, b) => a.overdue - b.overdue,
    returned: (a, b) => a.returned - b.returned,
    soon: (a, b) => a.soon - b.soon,
    missingHelpers: (a, b) => a.missingHelpers - b.missingHelpers,
    missingNotes: (a, b) => a.missingNotes - b.missingNotes,
    oldest: (a, b) => (a.oldest ?? "9999").localeCompare(b.oldest ?? "9999"),
    name: (a, b) => a.name.localeCompare(b.name, "vi"),
  };
  return rows.toSorted(
    (a, b) => (descending ? -1 : 1) * ways[sort](a, b) || a.name.localeCompare(b.name, "vi"),
  );
}
