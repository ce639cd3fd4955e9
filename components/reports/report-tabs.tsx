import { Tabs } from "@/components/ui/tabs";
import { reportLabel } from "@/lib/reports/labels";
import { type Address, addressWith } from "./address";

const NAMES = ["attainment", "funnel", "classes", "coverage"] as const;

/** The reports side by side; the unit and the days go along. */
export function ReportTabs({ current, told }: { current: (typeof NAMES)[number]; told: Address }) {
  return (
    <div className="no-print mb-4">
      <Tabs
        label="Báo cáo"
        tabs={NAMES.map((name) => ({
          href: addressWith(`/reports/${name}`, told, { figure: null, tab: null, list: null, after: null }),
          label: reportLabel(name),
          current: name === current,
        }))}
      />
    </div>
  );
}
