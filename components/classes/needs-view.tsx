import Link from "next/link";
import { buttonClass } from "@/components/ui/button";
import { FilterBar } from "@/components/ui/filter-bar";
import { PageHeading } from "@/components/ui/page-heading";
import { CopyLinkButton, PrintButton } from "@/components/ui/page-tools";
import { Panel } from "@/components/ui/panel";
import { StatusChip } from "@/components/ui/shapes";
import { DoneBar, EmptyState } from "@/components/ui/states";
import { Tabs } from "@/components/ui/tabs";
import { audienceLabel, classKindWords, classStateLabel } from "@/lib/classes/labels";
import type { NeedsPage } from "@/lib/classes/queries/needs";
import type { ClassLine } from "@/lib/classes/repository/classes";
import type { NeedRow } from "@/lib/classes/repository/needs";
import { WAITING_DAYS, waitedDays } from "@/lib/classes/rules/need";
import { AUDIENCES, CLASS_KINDS } from "@/lib/classes/rules/training-class";
import type { NeedsAddress } from "@/lib/classes/schema";
import { formatDay } from "@/lib/shared/days";
import { formatNumber } from "@/lib/shared/ratio";
import { ChosenCount } from "./chosen-count";
import { CLASS_SHAPES } from "./class-shapes";

/** "Lớp bồi dưỡng": who needs a class, from which one is planned, and the classes there are. */
export function NeedsView({ page, address }: { page: NeedsPage; address: NeedsAddress }) {
  const { unit, counts, classes } = page;
  const { kind, audience, waited } = address;
  const base = new URLSearchParams(address.unit ? { unit: address.unit } : {});
  const hrefOf = (chosen: string) => {
    const query = new URLSearchParams(base);
    if (chosen !== "AWARENESS") query.set("kind", chosen);
    return `/classes?${query}`;
  };
  return (
    <div className="mx-auto max-w-[1132px]">
      <PageHeading
        title="Lớp bồi dưỡng"
        under={unit.name}
        actions={
          <>
            <CopyLinkButton />
            <PrintButton />
          </>
        }
      />
      {address.done === "dropped" && (
        <DoneBar message="Đã bỏ lớp, những người được gọi trở về danh sách cần học" />
      )}
      <div className="mb-4">
        <Tabs
          label="Loại lớp"
          tabs={CLASS_KINDS.map((one) => ({
            href: hrefOf(one),
            label: `Cần học lớp ${classKindWords(one)}`,
            count: counts[one],
            current: one === kind,
          }))}
        />
      </div>
      <div className="mb-4">
        <FilterBar
          filters={[
            {
              name: "audience",
              label: "Nhóm",
              value: audience,
              initial: "ALL",
              choices: AUDIENCES.map((value) => ({ value, label: audienceLabel(value) })),
            },
            {
              name: "waited",
              label: "Đã chờ",
              value: waited === null ? "" : String(waited),
              initial: "",
              choices: [
                { value: "", label: "Mọi thời gian" },
                ...WAITING_DAYS.map((days) => ({ value: String(days), label: `Từ ${days} ngày` })),
              ],
            },
          ]}
          clearHref={hrefOf(kind)}
        />
      </div>
      <NeedList page={page} address={address} />
      <Panel
        flush
        heading="Các lớp"
        aside={
          page.mayAnswer && (
            <Link href="/classes/calls" prefetch={false} className="link">
              Trả lời gọi học thay chi bộ
            </Link>
          )
        }
        className="mt-6"
      >
        {classes.length === 0 ? (
          <EmptyState title="Chưa có lớp nào">
            Lớp lập từ danh sách trên, hoặc nhập từ tệp, hiện ở đây.
          </EmptyState>
        ) : (
          <ul className="border-t border-line">
            {classes.map((one) => (
              <ClassItem key={one.id} one={one} unit={unit.name} />
            ))}
          </ul>
        )}
      </Panel>
    </div>
  );
}

function NeedList({ page: { rows, count, today }, address }: { page: NeedsPage; address: NeedsAddress }) {
  if (rows.length === 0)
    return (
      <Panel flush>
        <EmptyState title="Không có ai đang cần học lớp này">
          Người được giới thiệu, vào diện cảm tình hoặc đang dự bị sẽ hiện ở đây khi chưa có giấy chứng nhận.
        </EmptyState>
      </Panel>
    );
  return (
    <form action="/classes/new" method="get">
      <input type="hidden" name="kind" value={address.kind} />
      {address.audience !== "ALL" && <input type="hidden" name="audience" value={address.audience} />}
      <Panel
        flush
        heading={`${formatNumber(count)} người cần học`}
        aside={
          rows.length < count
            ? `Hiện ${formatNumber(rows.length)} người chờ lâu nhất`
            : "Chờ lâu nhất đứng trước"
        }
      >
        <ul className="border-t border-line">
          {rows.map((row) => (
            <NeedItem key={row.candidateId} row={row} today={today} />
          ))}
        </ul>
      </Panel>
      <div className="no-print sticky bottom-0 z-10 flex flex-wrap items-center justify-between gap-3 border-t border-line bg-canvas py-3 max-phone:bottom-19">
        <ChosenCount />
        <button type="submit" className={buttonClass("main")}>
          Lập lớp cho những người đã chọn
        </button>
      </div>
    </form>
  );
}

function NeedItem({ row, today }: { row: NeedRow; today: string }) {
  const { candidateId, name, birthYear, cell, above, since, certifiedOn, again } = row;
  const notes = [
    certifiedOn && `giấy chứng nhận cấp ngày ${formatDay(certifiedOn)} đã hết hạn`,
    again && "đã học nhưng chưa được cấp giấy chứng nhận",
  ].filter(Boolean);
  return (
    <li className="border-b border-line last:border-0">
      <label className="flex min-h-12 cursor-pointer items-start gap-4 px-5 py-3 hover:bg-hover">
        <input
          type="checkbox"
          name="person"
          value={candidateId}
          aria-label={`Chọn ${name}`}
          className="mt-1 size-5 shrink-0 accent-ink"
        />
        <span className="min-w-0 flex-1">
          <span className="font-semibold">{name}</span>
          <span className="text-ink2">, sinh {birthYear}</span>
          <span className="block text-note text-ink2">{[cell, above].filter(Boolean).join(", ")}</span>
          {notes.length > 0 && (
            <span className="block text-note text-ochre-text">Cần học lại: {notes.join("; ")}.</span>
          )}
        </span>
        <span className="figures shrink-0 text-right">
          {since === null ? "–" : `${formatNumber(waitedDays(since, today))} ngày`}
          {since && <span className="block text-note text-ink2">từ {formatDay(since)}</span>}
        </span>
      </label>
    </li>
  );
}

function ClassItem({ one, unit }: { one: ClassLine; unit: string }) {
  const { id, name, code, kind, from, to, state, learners, unanswered, certificates, unitName } = one;
  return (
    <li className="border-b border-line last:border-0">
      <Link
        href={`/classes/${id}`}
        prefetch={false}
        className="flex flex-wrap items-center gap-x-5 gap-y-1 px-5 py-3.5 hover:bg-hover"
      >
        <span className="min-w-60 flex-1">
          <span className="font-semibold">{name}</span>
          <span className="block text-note text-ink2">
            {code}, {classKindWords(kind)}
            {unitName !== unit && `, ${unitName}`}
          </span>
        </span>
        <span className="figures w-48">
          {formatDay(from)} – {formatDay(to)}
        </span>
        <span className="w-52">
          {formatNumber(learners)} học viên
          <span className="block text-note text-ink2">
            {state === "ended"
              ? `${formatNumber(certificates)} giấy chứng nhận`
              : state === "dropped"
                ? "không học"
                : `${formatNumber(unanswered)} người chờ trả lời`}
          </span>
        </span>
        <StatusChip shape={CLASS_SHAPES[state]} word={classStateLabel(state)} />
      </Link>
    </li>
  );
}
