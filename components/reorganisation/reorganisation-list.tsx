import Link from "next/link";
import { ButtonLink } from "@/components/ui/button";
import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { DoneBar, EmptyState } from "@/components/ui/states";
import { stateLabel } from "@/lib/reorganisation/labels";
import type { ReorganisationLine } from "@/lib/reorganisation/queries/reorganisations";
import { formatDay } from "@/lib/shared/days";
import { formatNumber } from "@/lib/shared/ratio";

/** All reorganisations of the range, the latest first. */
export function ReorganisationList({ lines, dropped }: { lines: ReorganisationLine[]; dropped: boolean }) {
  return (
    <>
      <PageHeading
        title="Sắp xếp tổ chức"
        under="Giải thể, sáp nhập, chia tách, chuyển, đổi tên theo một quyết định: xem trước, thực hiện một lần, hoàn tác được."
        back={{ href: "/organisation", label: "Tổ chức đảng" }}
        actions={
          <ButtonLink href="/organisation/reorganisation/new" look="main">
            Đợt sắp xếp mới
          </ButtonLink>
        }
      />
      {dropped && <DoneBar message="Đã bỏ. Chưa có gì thay đổi trong tổ chức." />}
      <Panel flush>
        {lines.length === 0 && (
          <EmptyState title="Chưa có đợt sắp xếp nào">
            Bấm “Đợt sắp xếp mới”, ghi quyết định và từng việc, hoặc tải lên một tệp.
          </EmptyState>
        )}
        <ul>
          {lines.map(({ id, decisionNumber, documentDay, day, state, acts, savedByName }) => (
            <li
              key={id}
              className="flex flex-wrap items-baseline gap-x-5 gap-y-1 border-t border-line px-5 py-3 first:border-0"
            >
              <Link
                href={`/organisation/reorganisation/${id}`}
                prefetch={false}
                className="link min-h-6 font-semibold"
              >
                {decisionNumber}
              </Link>
              <span className="text-staff text-ink2">ngày {formatDay(documentDay)}</span>
              <span className="text-staff">
                {formatNumber(acts)} việc, có hiệu lực từ {formatDay(day)}
              </span>
              <span className="text-staff font-semibold">{stateLabel(state)}</span>
              <span className="ml-auto text-note text-ink2">{savedByName}</span>
            </li>
          ))}
        </ul>
      </Panel>
    </>
  );
}
