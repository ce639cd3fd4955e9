import { ButtonLink } from "@/components/ui/button";
import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { EmptyState } from "@/components/ui/states";
import { Tabs } from "@/components/ui/tabs";
import type { SnapshotsPage } from "@/lib/periods/queries/snapshots";
import { SNAPSHOT_REPORTS } from "@/lib/periods/rules/reports";
import { reportLabel } from "@/lib/reports/labels";
import { SnapshotList } from "./snapshot-list";

const PATH = "/periods/snapshots";

/** The snapshots within reach, latest first. */
export function SnapshotsView({ page: { snapshots, report, next, mayMake } }: { page: SnapshotsPage }) {
  return (
    <div className="mx-auto max-w-[1132px]">
      <PageHeading
        title="Bản chốt số liệu"
        under="Mỗi bản giữ nguyên số liệu, danh sách và cách tính của ngày chốt; in lại vẫn như cũ."
        back={{ href: "/periods", label: "Kỳ báo cáo" }}
        actions={
          mayMake && (
            <ButtonLink href={`${PATH}/new`} look="main">
              Chốt một báo cáo
            </ButtonLink>
          )
        }
      />
      <div className="mb-4">
        <Tabs
          label="Báo cáo"
          tabs={[
            { href: PATH, label: "Tất cả", current: report === null },
            ...SNAPSHOT_REPORTS.map((name) => ({
              href: `${PATH}?report=${name}`,
              label: reportLabel(name),
              current: name === report,
            })),
          ]}
        />
      </div>
      <Panel flush>
        {snapshots.length === 0 && (
          <EmptyState title="Chưa có bản chốt nào">
            Bản chốt được lập khi tỉnh khóa kỳ báo cáo, hoặc khi cấp ủy chốt một báo cáo.
          </EmptyState>
        )}
        <SnapshotList snapshots={snapshots} />
      </Panel>
      {next && (
        <p className="no-print mt-4">
          <ButtonLink
            href={`${PATH}?${new URLSearchParams({ ...(report ? { report } : {}), after: `${next.madeAt}_${next.id}` })}`}
          >
            Xem tiếp
          </ButtonLink>
        </p>
      )}
    </div>
  );
}
