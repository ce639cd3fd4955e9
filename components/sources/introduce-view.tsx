import { ButtonLink } from "@/components/ui/button";
import { PageHeading } from "@/components/ui/page-heading";
import { EmptyState } from "@/components/ui/states";
import type { Introduction } from "@/lib/sources/queries/referrals";
import { IntroductionForm } from "./introduction-form";

/** Introducing one or several outstanding members to a cell by resolution. */
export function IntroduceView({ introduction: { unit, members, cells } }: { introduction: Introduction }) {
  return (
    <div className="mx-auto max-w-[1132px]">
      <PageHeading
        title="Giới thiệu đoàn viên ưu tú vào Đảng"
        under={unit.name}
        back={{ href: "/sources/referrals", label: "Giới thiệu" }}
      />
      {members.length === 0 ? (
        <div className="rounded-panel border border-line bg-surface">
          <EmptyState
            title="Không có đoàn viên ưu tú nào chờ giới thiệu"
            action={<ButtonLink href="/sources/rating">Xếp loại và chọn ưu tú</ButtonLink>}
          >
            Chỉ giới thiệu đoàn viên ưu tú năm nay hoặc năm trước, chưa được giới thiệu.
          </EmptyState>
        </div>
      ) : (
        <IntroductionForm unit={unit.code} members={members} cells={cells} />
      )}
    </div>
  );
}
