import { type Address, addressWith } from "@/components/reports/address";
import { ButtonLink } from "@/components/ui/button";
import { FilterBar } from "@/components/ui/filter-bar";
import { PageHeading } from "@/components/ui/page-heading";
import { CopyLinkButton } from "@/components/ui/page-tools";
import { EmptyState } from "@/components/ui/states";
import { formatDay } from "@/lib/shared/days";
import { formatNumber } from "@/lib/shared/ratio";
import { blocLabel, levelLabel, ratingShort } from "@/lib/sources/labels";
import type { Register } from "@/lib/sources/queries/register";
import type { MemberRow } from "@/lib/sources/repository/register";
import type { RegisterFilter } from "@/lib/sources/rules/list";
import { RATINGS } from "@/lib/sources/rules/rating";
import { BLOCS } from "@/lib/sources/rules/tree";
import { SearchField } from "./search-field";

type Props = { register: Register; filter: RegisterFilter; told: Address };

const PATH = "/sources/members";

/** "Đoàn viên": find a member, or go down the Union's tree. */
export function RegisterView({ register, filter, told }: Props) {
  const { unit, rows, count, next, mayChange } = register;
  const to = (changes: Record<string, string | null>) => addressWith(PATH, told, changes);
  return (
    <>
      <PageHeading
        title="Đoàn viên"
        under={
          unit ? `${levelLabel(unit.level)}: ${unit.name}` : "Toàn bộ tổ chức Đoàn trong phạm vi của đồng chí"
        }
        actions={
          <>
            <CopyLinkButton />
            {mayChange && (
              <ButtonLink href={`/sources/rating?year=${filter.year}`} look="main">
                Xếp loại đoàn viên
              </ButtonLink>
            )}
          </>
        }
      />
      <TreeWay register={register} to={to} year={filter.year} />
      <div className="my-4">
        <FilterBar
          filters={filtersOf(filter, Number(register.today.slice(0, 4)))}
          clearHref={unit ? `${PATH}?unit=${unit.code}` : PATH}
        >
          <SearchField
            action={PATH}
            told={told}
            typed={filter.typed}
            label="Tìm tên đoàn viên, không cần dấu"
          />
        </FilterBar>
      </div>
      {rows.length === 0 ? (
        <div className="rounded-panel border border-line bg-surface">
          <EmptyState title="Không có đoàn viên nào khớp">
            Hãy bỏ bớt điều kiện lọc, hoặc nhập tệp đoàn viên ở “Nhập dữ liệu”.
          </EmptyState>
        </div>
      ) : (
        <MemberTable rows={rows} year={filter.year} />
      )}
      <footer className="mt-4 flex items-center justify-between text-staff text-ink2">
        <span>
          {formatNumber(rows.length)} trong {formatNumber(count)} đoàn viên
        </span>
        <span className="flex gap-3">
          {filter.after && <ButtonLink href={to({ after: null })}>Về đầu</ButtonLink>}
          {next && (
            <ButtonLink href={to({ after: `${next.givenName}|${next.name}|${next.id}` })}>
              Xem tiếp
            </ButtonLink>
          )}
        </span>
      </footer>
    </>
  );
}

function TreeWay({
  register: { line, beneath, unit, history, mayChange },
  to,
  year,
}: {
  register: Register;
  to(changes: Record<string, string | null>): string;
  year: number;
}) {
  const chapter = unit && beneath.length === 0;
  return (
    <section
      aria-label="Tổ chức Đoàn"
      className="rounded-panel border border-line bg-surface px-5 py-3 text-staff"
    >
      {line.length > 0 && (
        <p className="mb-2 flex flex-wrap gap-x-2 text-ink2">
          <a href={to({ unit: null, after: null })} data-soft="" className="link">
            Tất cả
          </a>
          {line.map(({ code, name }) => (
            <span key={code}>
              {"› "}
              <a href={to({ unit: code, after: null })} data-soft="" className="link">
                {name}
              </a>
            </span>
          ))}
        </p>
      )}
      {history.length > 1 || unit?.closed ? <WhereItStood history={history} /> : null}
      {chapter && mayChange && (
        <p className="flex flex-wrap gap-3">
          <ButtonLink href={`/sources/rating/${unit.code}?year=${year}`}>Xếp loại năm {year}</ButtonLink>
          <ButtonLink href={`/sources/outstanding/${unit.code}?year=${year}`}>
            Chọn đoàn viên ưu tú
          </ButtonLink>
        </p>
      )}
      {beneath.length > 0 && (
        <details open={beneath.length <= 16}>
          <summary className="py-1 font-semibold">{beneath.length} tổ chức trực thuộc</summary>
          <ul className="grid max-h-72 gap-x-8 overflow-y-auto py-1 phone:grid-cols-2 desk:grid-cols-3">
            {beneath.map(({ code, name, members }) => (
              <li key={code} className="flex justify-between gap-3 py-1">
                <a href={to({ unit: code, after: null })} data-soft="" className="link">
                  {name}
                </a>
                <span className="figures text-ink2">{formatNumber(members)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

/** The organisation's places in the tree, each with its days; nothing to tell where it never moved. */
function WhereItStood({ history }: { history: Register["history"] }) {
  return (
    <details open className="mb-2">
      <summary className="py-1 font-semibold">Quá trình của tổ chức này</summary>
      <ul className="py-1">
        {history.map(({ from, until, name, level, aboveName }) => (
          <li key={from} className="flex flex-wrap gap-x-3 py-0.5">
            <span className="figures text-ink2">{daysOf(from, until)}</span>
            <span>
              {name}, {levelLabel(level).toLowerCase()}
              {aboveName ? `, trực thuộc ${aboveName}` : ""}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function daysOf(from: string | null, until: string | null): string {
  if (from === null) return until === null ? "Từ trước đến nay" : `Đến hết ${formatDay(until)}`;
  return until === null ? `Từ ${formatDay(from)}` : `${formatDay(from)} – ${formatDay(until)}`;
}

const ALL = { value: "", label: "Tất cả" };

function filtersOf({ bloc, rating, year, outstanding, party }: RegisterFilter, thisYear: number) {
  const years = Array.from({ length: 9 }, (_, back) => thisYear - back);
  return [
    {
      name: "bloc",
      label: "Khối",
      value: bloc ?? "",
      initial: "",
      choices: [ALL, ...BLOCS.map((value) => ({ value, label: blocLabel(value) }))],
    },
    {
      name: "year",
      label: "Năm xếp loại",
      value: String(year),
      initial: String(thisYear),
      choices: (years.includes(year) ? years : [year, ...years]).map((of) => ({
        value: String(of),
        label: String(of),
      })),
    },
    {
      name: "rating",
      label: "Xếp loại",
      value: rating ?? "",
      initial: "",
      choices: [ALL, ...RATINGS.map((value) => ({ value, label: ratingShort(value) }))],
    },
    {
      name: "outstanding",
      label: "Ưu tú",
      value: outstanding ? "yes" : "",
      initial: "",
      choices: [ALL, { value: "yes", label: "Đoàn viên ưu tú" }],
    },
    {
      name: "party",
      label: "Đảng viên",
      value: party ?? "",
      initial: "",
      choices: [ALL, { value: "yes", label: "Là đảng viên" }, { value: "no", label: "Chưa vào Đảng" }],
    },
  ];
}

function MemberTable({ rows, year }: { rows: MemberRow[]; year: number }) {
  return (
    <section aria-label="Danh sách đoàn viên">
      <table className="hidden w-full border-y border-line bg-surface text-table phone:table">
        <thead className="sticky top-15 z-10 bg-sunken text-left text-chip">
          <tr>
            <th className="px-4 py-2.5 font-semibold">Họ và tên ↑</th>
            <th className="px-3 text-right font-semibold">Sinh năm</th>
            <th className="px-3 font-semibold">Chi đoàn</th>
            <th className="px-3 font-semibold">Khối</th>
            <th className="px-3 font-semibold">Xếp loại {year}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} className="border-t border-line hover:bg-hover has-focus-visible:bg-hover">
              <td className="px-4 py-2.5 font-semibold">
                <a href={`/sources/members/${row.id}`} data-soft="" className="hover:underline">
                  {row.name}
                </a>
              </td>
              <td className="px-3 text-right text-ink2">{row.birthYear}</td>
              <td className="px-3 text-ink2">{placeOf(row)}</td>
              <td className="px-3 text-ink2">{row.bloc && blocLabel(row.bloc)}</td>
              <td className="px-3">{ratingWords(row)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <ul className="-mx-4 border-y border-line bg-surface phone:hidden">
        {rows.map((row) => (
          <li key={row.id} className="border-b border-line last:border-0">
            <a href={`/sources/members/${row.id}`} data-soft="" className="block px-4 py-3">
              <span className="flex items-baseline justify-between gap-3">
                <strong className="text-task">{row.name}</strong>
                <span className="text-ink2">{row.birthYear}</span>
              </span>
              <span className="mt-1 block text-ink2">{placeOf(row)}</span>
              <span className="mt-1 block">{ratingWords(row)}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

const placeOf = ({ unitName, aboveName }: MemberRow): string =>
  [unitName, aboveName].filter(Boolean).join(", ");

function ratingWords({ rating, outstanding, partyMember }: MemberRow): string {
  if (partyMember) return "Đảng viên, không xếp loại";
  if (!rating) return "Chưa xếp loại";
  return outstanding ? `${ratingShort(rating)}, ưu tú` : ratingShort(rating);
}
