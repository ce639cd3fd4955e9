import { ButtonLink } from "@/components/ui/button";
import { PageHeading } from "@/components/ui/page-heading";
import { DoneBar, EmptyState } from "@/components/ui/states";
import { formatPercent, ratio } from "@/lib/shared/ratio";
import type { ChapterYear } from "@/lib/sources/queries/rating";
import { OutstandingForm } from "./outstanding-form";

/** Choosing the outstanding among those rated HTXSNV, with the vote. */
export function OutstandingView({ chapter, done }: { chapter: ChapterYear; done: string | null }) {
  const { unit, year, rows, limits, vote, mayChange } = chapter;
  const excellent = rows.filter(({ rating }) => rating === "EXCELLENT");
  const chosen = excellent.filter(({ outstanding }) => outstanding).length;
  return (
    <div className="mx-auto max-w-[1132px]">
      <PageHeading
        title={`Chọn đoàn viên ưu tú năm ${year}`}
        under={unit.name}
        back={{ href: `/sources/rating/${unit.code}?year=${year}`, label: "Xếp loại của chi đoàn" }}
        actions={
          chosen > 0 &&
          mayChange && (
            <ButtonLink href={`/sources/referrals/introduce?unit=${unit.code}`} look="main">
              Giới thiệu cho Đảng
            </ButtonLink>
          )
        }
      />
      {done !== null && <DoneBar message={`Đã ghi ${Number(done) || 0} đoàn viên ưu tú.`} />}
      <p className="mb-4">
        {chosen} ưu tú trong {excellent.length} đoàn viên HTXSNV (
        {formatPercent(ratio(chosen, excellent.length).percent)}).
        {limits.outstandingPercent !== null && ` Tỉnh quy định nhiều nhất ${limits.outstandingPercent} %.`}
      </p>
      {excellent.length === 0 ? (
        <div className="rounded-panel border border-line bg-surface">
          <EmptyState
            title={`Năm ${year} chưa có đoàn viên HTXSNV`}
            action={
              <ButtonLink href={`/sources/rating/${unit.code}?year=${year}`}>Xếp loại chi đoàn</ButtonLink>
            }
          >
            Đoàn viên ưu tú chọn trong số hoàn thành xuất sắc nhiệm vụ.
          </EmptyState>
        </div>
      ) : (
        <OutstandingForm unit={unit.code} year={year} rows={excellent} vote={vote} mayChange={mayChange} />
      )}
    </div>
  );
}
