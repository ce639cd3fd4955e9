import { PageHeading } from "@/components/ui/page-heading";
import { PrintButton } from "@/components/ui/page-tools";
import { Panel } from "@/components/ui/panel";
import { EmptyState } from "@/components/ui/states";
import type { ComparisonPage } from "@/lib/periods/queries/snapshots";
import type { SnapshotLine } from "@/lib/periods/rules/snapshot";
import { formatDay } from "@/lib/shared/days";
import { formatNumber } from "@/lib/shared/ratio";
import { ChangeList } from "./change-list";

const words = ({ title, asOf, madeOn }: SnapshotLine): string =>
  `${title}, có đến ${formatDay(asOf)}, chốt ngày ${formatDay(madeOn)}`;

/** Two snapshots side by side, down to the persons who came and went. */
export function ComparisonView({ page: { earlier, later, changes } }: { page: ComparisonPage }) {
  return (
    <div className="mx-auto max-w-[1000px]">
      <PageHeading
        title="So sánh hai bản chốt"
        under={`${earlier.unit.name}. Trước: ${words(earlier)}. Sau: ${words(later)}.`}
        back={{ href: `/periods/snapshots/${later.id}`, label: "Bản chốt số liệu" }}
        actions={<PrintButton />}
      />
      <Panel flush heading={changes.length > 0 && `${formatNumber(changes.length)} chỗ khác nhau`}>
        {changes.length === 0 && (
          <EmptyState title="Hai bản chốt như nhau">Mọi số và mọi người đứng sau đều như nhau.</EmptyState>
        )}
        <ChangeList changes={changes} />
      </Panel>
    </div>
  );
}
