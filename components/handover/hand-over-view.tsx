import Link from "next/link";
import { type Address, addressWith } from "@/components/reports/address";
import { periodFilter } from "@/components/reports/board-filters";
import { ButtonLink } from "@/components/ui/button";
import { FilterBar } from "@/components/ui/filter-bar";
import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { EmptyState, Notice } from "@/components/ui/states";
import type { HandOverPage } from "@/lib/handover/queries";
import { periodWords } from "@/lib/reports/chart/period";
import { formatNumber } from "@/lib/shared/ratio";

const PATH = "/reports/hand-over";

/** Who was admitted, as a file for the national member database, and what has to be completed before. */
export function HandOverView({ page, told }: { page: HandOverPage; told: Address }) {
  const { head, parameters, count, incomplete } = page;
  const { from, to } = parameters;
  const fileHref = addressWith("/api/v1/hand-over", {}, { unit: head.unit.code, from, to });
  return (
    <>
      <PageHeading
        title={`Bàn giao đảng viên mới, ${periodWords(from, to)}`}
        under={head.unit.name}
        back={{ href: addressWith("/reports/attainment", { unit: head.unit.code }, {}), label: "Báo cáo" }}
        actions={
          count > 0 && (
            <ButtonLink href={fileHref} look="main" download>
              Tải tệp {formatNumber(count)} người
            </ButtonLink>
          )
        }
      />
      <FilterBar
        filters={[periodFilter(page)]}
        clearHref={addressWith(PATH, told.unit ? { unit: told.unit } : {}, {})}
      />
      <div className="mt-4">
        <Notice tone="warns" title="Tệp có số định danh cá nhân đầy đủ, dân tộc và tôn giáo.">
          Chỉ dùng để nhập vào cơ sở dữ liệu đảng viên. Mỗi lần tải được ghi vào nhật ký. Số thẻ Đảng, nơi
          đăng ký khai sinh, quê quán và thường trú không lưu ở đây: hãy ghi vào tệp từ hồ sơ giấy.
        </Notice>
      </div>
      <Panel flush heading="Cần bổ sung trước khi bàn giao" aside={`${formatNumber(incomplete)} người`}>
        <Incomplete page={page} />
      </Panel>
      {page.next && (
        <p className="mt-4">
          <ButtonLink href={addressWith(PATH, told, { after: page.next })}>Xem tiếp</ButtonLink>
        </p>
      )}
    </>
  );
}

function Incomplete({ page: { count, people } }: { page: HandOverPage }) {
  if (count === 0)
    return <EmptyState title="Chưa có ai được kết nạp trong kỳ này.">Hãy chọn kỳ khác.</EmptyState>;
  if (people.length === 0) return <EmptyState title="Đã đủ những thông tin lưu ở đây." />;
  return (
    <ul className="divide-y divide-line border-t border-line">
      {people.map(({ candidateId, name, unitName, missing }) => (
        <li key={candidateId} className="px-5 py-3 text-table hover:bg-hover">
          <Link href={`/pipeline/${candidateId}`} prefetch={false} className="link font-semibold">
            {name}
          </Link>
          <span className="ml-3 text-note text-ink2">{unitName}</span>
          <span className="block text-note">Còn thiếu: {missing.join(", ").toLowerCase()}</span>
        </li>
      ))}
    </ul>
  );
}
