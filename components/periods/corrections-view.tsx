import Link from "next/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PrintButton } from "@/components/ui/page-tools";
import { Panel } from "@/components/ui/panel";
import { EmptyState } from "@/components/ui/states";
import { periodTitle } from "@/lib/periods/labels";
import type { CorrectionsPage } from "@/lib/periods/queries/corrections";
import { formatDay } from "@/lib/shared/days";
import { ChangeList } from "./change-list";

/** What earlier periods reported and is counted differently since: this period's corrections. */
export function CorrectionsView({ page: { period, corrections } }: { page: CorrectionsPage }) {
  return (
    <div className="mx-auto max-w-[1000px]">
      <PageHeading
        title="Điều chỉnh của kỳ trước"
        under={`Báo cáo trong ${periodTitle(period).toLowerCase()}. ${
          period.lockedOn === null
            ? "So bản đã chốt của kỳ trước với số liệu hôm nay."
            : "Như đã chốt khi khóa kỳ."
        }`}
        back={{ href: `/periods/${period.id}`, label: "Kỳ báo cáo" }}
        actions={<PrintButton />}
      />
      {corrections.length === 0 && (
        <Panel flush>
          <EmptyState title="Không có điều chỉnh">
            Số liệu của bốn kỳ đã khóa gần nhất vẫn như đã báo cáo.
          </EmptyState>
        </Panel>
      )}
      <div className="space-y-5">
        {corrections.map(({ reported, changes }) => (
          <Panel
            key={reported.id}
            flush
            heading={reported.title}
            aside={
              <Link href={`/periods/snapshots/${reported.id}`} prefetch={false} className="link">
                Bản đã báo cáo, chốt ngày {formatDay(reported.madeOn)}
              </Link>
            }
          >
            <ChangeList changes={changes} />
          </Panel>
        ))}
      </div>
    </div>
  );
}
