import { ButtonLink } from "@/components/ui/button";
import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { EmptyState } from "@/components/ui/states";
import { SegmentedLinks } from "@/components/ui/tabs";
import type { ChapterList } from "@/lib/sources/queries/rating";

type Props = { list: ChapterList; year: number; all: boolean };

/** The chi đoàn that are still to be rated for a year, or all of them with their progress. */
export function ChaptersView({ list: { chapters, next, today }, year, all }: Props) {
  const thisYear = Number(today.slice(0, 4));
  const href = (changes: { year?: number; all?: boolean; after?: string }) => {
    const told = { year, all, ...changes };
    return `/sources/rating?year=${told.year}${told.all ? "&all=yes" : ""}${changes.after ? `&after=${changes.after}` : ""}`;
  };
  return (
    <div className="mx-auto max-w-[1132px]">
      <PageHeading
        title={`Xếp loại đoàn viên năm ${year}`}
        under="Chọn một chi đoàn để xếp loại cả năm trên một trang."
        back={{ href: "/sources/members", label: "Đoàn viên" }}
        actions={<ButtonLink href="/sources/limits">Giới hạn của tỉnh</ButtonLink>}
      />
      <div className="mb-4 flex flex-wrap gap-4">
        <SegmentedLinks
          label="Năm"
          tabs={[thisYear, thisYear - 1, thisYear - 2].map((of) => ({
            href: href({ year: of }),
            label: String(of),
            current: of === year,
          }))}
        />
        <SegmentedLinks
          label="Chi đoàn"
          tabs={[
            { href: href({ all: false }), label: "Chưa xếp loại xong", current: !all },
            { href: href({ all: true }), label: "Tất cả", current: all },
          ]}
        />
      </div>
      <Panel flush>
        {chapters.length === 0 && (
          <EmptyState title={all ? "Chưa có chi đoàn nào" : `Mọi chi đoàn đã xếp loại xong năm ${year}.`}>
            Đoàn viên vào sổ bằng tệp ở “Nhập dữ liệu”.
          </EmptyState>
        )}
        <ul>
          {chapters.map(({ code, name, aboveName, members, rated, excellent, outstanding }) => (
            <li
              key={code}
              className="flex flex-wrap items-center gap-x-6 gap-y-1 border-t border-line px-5 py-3 first:border-0"
            >
              <a
                href={`/sources/rating/${code}?year=${year}`}
                data-soft=""
                className="link min-w-52 flex-1 font-semibold"
              >
                {name}
                {aboveName && <span className="font-normal text-ink2">, {aboveName}</span>}
              </a>
              <span className="figures text-staff">
                Đã xếp loại {rated}/{members}
              </span>
              <span className="figures text-staff text-ink2">
                {excellent} HTXSNV, {outstanding} ưu tú
              </span>
            </li>
          ))}
        </ul>
      </Panel>
      {next && (
        <p className="mt-4 text-right">
          <ButtonLink href={href({ after: next })}>Xem tiếp</ButtonLink>
        </p>
      )}
    </div>
  );
}
