import Link from "next/link";
import { ButtonLink } from "@/components/ui/button";
import { Figure } from "@/components/ui/figure";
import { PageHeading } from "@/components/ui/page-heading";
import { EmptyState } from "@/components/ui/states";
import type { ProgrammeList, ProgrammeRow } from "@/lib/reports/queries/programmes";
import { programmeWords } from "@/lib/sources/labels";
import { isOpen } from "@/lib/sources/rules/programme";

/** "Chương trình": named groups that are followed from introduction to admission. */
export function ProgrammesView({ list: { programmes, today, mayKeep } }: { list: ProgrammeList }) {
  return (
    <div className="mx-auto max-w-[1132px]">
      <PageHeading
        title="Chương trình"
        under="Nhóm người có điều kiện riêng, được theo dõi từ khi giới thiệu đến khi kết nạp."
        actions={
          mayKeep && (
            <ButtonLink href="/sources/programmes/new" look="main">
              Lập chương trình
            </ButtonLink>
          )
        }
      />
      <section aria-label="Các chương trình" className="rounded-panel border border-line bg-surface">
        {programmes.length === 0 && (
          <EmptyState title="Chưa có chương trình nào">
            Chương trình do cấp ủy cơ sở trở lên lập, ví dụ “Đảng viên tuổi 18”.
          </EmptyState>
        )}
        <ul>
          {programmes.map((programme) => (
            <ProgrammeLine key={programme.id} programme={programme} ended={!isOpen(programme, today)} />
          ))}
        </ul>
      </section>
    </div>
  );
}

function ProgrammeLine({ programme, ended }: { programme: ProgrammeRow; ended: boolean }) {
  const { id, name, unit, underWay, admitted, to } = programme;
  const href = `/sources/programmes/${id}`;
  return (
    <li className="flex flex-wrap items-start gap-x-8 gap-y-2 border-t border-line px-5 py-4 first:border-0">
      <div className="min-w-60 flex-1">
        <Link href={href} prefetch={false} className="link font-semibold">
          {name}
        </Link>
        <p className="text-staff text-ink2">
          {unit.name}
          {ended && (to !== null ? ", đã kết thúc" : ", chưa bắt đầu")}
        </p>
        <ul className="mt-1 text-note text-ink2">
          {programmeWords(programme).map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      </div>
      <Count label="Đang theo dõi" value={underWay} href={`${href}?figure=programme:total.underWay`} />
      <Count label="Kết nạp" value={admitted} href={`${href}?figure=programme:total.admitted`} />
    </li>
  );
}

function Count({ label, value, href }: { label: string; value: number; href: string }) {
  return (
    <p className="w-28">
      <span className="block text-note text-ink2">{label}</span>
      <span className="text-headline">
        <Figure numerator={value} href={href} label={label} />
      </span>
    </p>
  );
}
