import Link from "next/link";
import { ButtonLink } from "@/components/ui/button";
import { type KeyValue, KeyValues } from "@/components/ui/lists";
import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { EmptyState } from "@/components/ui/states";
import { kindLabel, typeLabel } from "@/lib/organisation/labels";
import type { UnitPage } from "@/lib/organisation/queries/unit";
import { formatDay } from "@/lib/shared/days";
import { formatNumber } from "@/lib/shared/ratio";
import { HeadcountTable } from "./headcount-table";
import { UnitDone } from "./unit-done";
import { UnitHistory } from "./unit-history";

/** A unit: what it is, what stands beneath it, how many members, what it was before. */
export function UnitView({ page, done }: { page: UnitPage; done: string | null }) {
  const { unit, line, mayChange, mayCount } = page;
  const href = `/organisation/${encodeURIComponent(unit.code)}`;
  const open = !unit.closed;
  return (
    <>
      <UnitDone page={page} done={done} />
      <PageHeading
        title={unit.name}
        under={line.length > 0 ? line.map(({ name }) => name).join(" › ") : kindLabel(unit.kind)}
        back={{ href: `/organisation?unit=${encodeURIComponent(unit.code)}`, label: "Tổ chức đảng" }}
        actions={
          open && (
            <>
              {mayChange && page.unit.kind !== "CELL" && page.unit.kind !== "BASE_CELL" && (
                <ButtonLink href={`${href}/add`}>Thêm đơn vị trực thuộc</ButtonLink>
              )}
              {mayCount && (
                <ButtonLink href={`${href}/headcount`} look="main">
                  Ghi số đảng viên
                </ButtonLink>
              )}
            </>
          )
        }
      />
      <div className="grid grid-cols-1 items-start gap-4 desk:grid-cols-[minmax(0,1fr)_340px]">
        <div className="grid grid-cols-1 gap-4">
          <Children page={page} />
          <HeadcountTable page={page} />
        </div>
        <div className="grid grid-cols-1 gap-4">
          <Panel heading="Thông tin chính">
            <KeyValues items={facts(page)} />
          </Panel>
          {mayChange && open && <Changes href={href} own={page.own} />}
          <UnitHistory page={page} />
        </div>
      </div>
    </>
  );
}

function facts({ unit, belongings }: UnitPage): KeyValue[] {
  return [
    { label: "Mã đơn vị", value: unit.code },
    { label: "Loại tổ chức", value: kindLabel(unit.kind) },
    { label: "Loại hình", value: unit.type ? typeLabel(unit.type) : "Chưa rõ" },
    { label: "Quyết định kết nạp", value: unit.mayDecideAdmission ? "Có thẩm quyền" : "Không" },
    { label: "Hoạt động từ", value: unit.firstDay ? formatDay(unit.firstDay) : "Trước khi có số liệu" },
    ...(unit.lastDay ? [{ label: "Đến hết ngày", value: formatDay(unit.lastDay) }] : []),
    { label: "Tổ chức bên dưới, mọi cấp", value: formatNumber(belongings.units) },
    { label: "Hồ sơ", value: formatNumber(belongings.people) },
    { label: "Chỉ tiêu", value: formatNumber(belongings.quotas) },
  ];
}

function Children({ page: { unit, children, mayChange } }: { page: UnitPage }) {
  if (children.length === 0) {
    const cell = unit.kind === "CELL" || unit.kind === "BASE_CELL";
    if (cell) return null;
    return (
      <Panel heading="Đơn vị trực thuộc" flush>
        <EmptyState title="Chưa có đơn vị trực thuộc">
          {mayChange
            ? "Thêm từng đơn vị, hoặc nhập tệp don-vi ở mục Nhập dữ liệu."
            : "Cấp ủy cấp trên thêm đơn vị."}
        </EmptyState>
      </Panel>
    );
  }
  return (
    <Panel heading="Đơn vị trực thuộc" aside={`${children.length} đơn vị`} flush>
      <ul className="divide-y divide-line border-t border-line">
        {children.map(({ code, name, kind, type }) => (
          <li
            key={code}
            className="flex min-h-12 flex-wrap items-center justify-between gap-x-4 px-5 py-2 hover:bg-hover phone:min-h-10"
          >
            <Link
              className="font-medium hover:underline"
              href={`/organisation/${encodeURIComponent(code)}`}
              prefetch={false}
            >
              {name}
            </Link>
            <span className="text-note text-ink2">{type ? typeLabel(type) : kindLabel(kind)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Changes({ href, own }: { href: string; own: boolean }) {
  const links = [
    { to: "rename", words: "Sửa tên, loại tổ chức, loại hình" },
    ...(own
      ? []
      : [
          { to: "move", words: "Chuyển về đơn vị khác" },
          { to: "close", words: "Kết thúc hoạt động, sáp nhập" },
        ]),
  ];
  return (
    <Panel heading="Thay đổi từ một ngày">
      <ul className="grid gap-1">
        {links.map(({ to, words }) => (
          <li key={to}>
            <Link href={`${href}/${to}`} className="link inline-block py-1.5" prefetch={false}>
              {words}
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
