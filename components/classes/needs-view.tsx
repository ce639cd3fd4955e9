import Link from "next/link";
import { ButtonLink } from "@/components/ui/button";
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
import { WAITING_DAYS } from "@/lib/classes/rules/need";
import { AUDIENCES, CLASS_KINDS, type ClassKind } from "@/lib/classes/rules/training-class";
import type { NeedsAddress } from "@/lib/classes/schema";
import { SOURCES, sourceLabel } from "@/lib/pipeline/labels/words";
import { formatDay } from "@/lib/shared/days";
import { formatNumber } from "@/lib/shared/ratio";
import { CLASS_SHAPES } from "./class-shapes";
import { needFields } from "./need-fields";
import { NeedList } from "./need-list";

/** "Lớp bồi dưỡng": who needs a class, from which one is planned, and the classes there are. */
export function NeedsView({ page, address }: { page: NeedsPage; address: NeedsAddress }) {
  const { unit, counts, classes } = page;
  const { kind, audience, waited } = address;
  const hrefOf = (chosen: ClassKind) =>
    `/classes?${new URLSearchParams(
      needFields({ unit: address.unit, kind: chosen, audience: "ALL", waited: null, source: null }),
    )}`;
  return (
    <div className="mx-auto max-w-[1132px]">
      <PageHeading
        title="Lớp bồi dưỡng"
        under={unit.name}
        actions={
          <>
            <ButtonLink
              href={`/classes/new?${new URLSearchParams(needFields({ ...address, audience: "ALL", waited: null, source: null }))}`}
            >
              Gợi ý theo cụm
            </ButtonLink>
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
              name: "unit",
              label: "Nơi",
              value: page.above.length > 1 ? unit.code : "",
              initial: "",
              choices: [
                ...page.above.map(({ code, name }, depth) => ({
                  value: depth === 0 ? "" : code,
                  label: name,
                })),
                ...page.beneath.map(({ code, name, people }) => ({
                  value: code,
                  label: `${name} (${formatNumber(people)})`,
                })),
              ],
            },
            {
              name: "source",
              label: "Nguồn",
              value: address.source ?? "",
              initial: "",
              choices: [
                { value: "", label: "Tất cả" },
                ...SOURCES.map((value) => ({ value, label: sourceLabel(value) })),
              ],
            },
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
