import { ButtonLink } from "@/components/ui/button";
import { PageHeading } from "@/components/ui/page-heading";
import { DoneBar, EmptyState } from "@/components/ui/states";
import type { ChapterYear } from "@/lib/sources/queries/rating";
import { RatingGrid } from "./rating-grid";

/** A whole chi đoàn rated for a year on one page. */
export function RatingView({ chapter, done }: { chapter: ChapterYear; done: string | null }) {
  const { unit, year, rows, limits, mayChange } = chapter;
  return (
    <div className="mx-auto max-w-[1132px]">
      <PageHeading
        title={`Xếp loại đoàn viên năm ${year}`}
        under={unit.name}
        back={{ href: `/sources/rating?year=${year}`, label: "Các chi đoàn" }}
        actions={
          <ButtonLink href={`/sources/outstanding/${unit.code}?year=${year}`}>
            Chọn đoàn viên ưu tú
          </ButtonLink>
        }
      />
      {done !== null && <DoneBar message={`Đã ghi xếp loại của ${Number(done) || 0} đoàn viên.`} />}
      {rows.length === 0 ? (
        <div className="rounded-panel border border-line bg-surface">
          <EmptyState title="Tổ chức này chưa có đoàn viên">
            Chọn một chi đoàn có đoàn viên trong trang “Đoàn viên”.
          </EmptyState>
        </div>
      ) : (
        <RatingGrid
          unit={unit.code}
          year={year}
          rows={rows}
          excellentPercent={limits.excellentPercent}
          mayChange={mayChange}
        />
      )}
    </div>
  );
}
