import { Tabs } from "@/components/ui/tabs";
import { reportLabel } from "@/lib/reports/labels";
import type { ReportName } from "@/lib/reports/schema";
import { type Address, addressWith } from "./address";

const NAMES = ["attainment", "funnel", "classes", "coverage"] as const;

/** The reports side by side; the unit and the days go along. */
export function ReportTabs({ current, told }: { current: (typeof NAMES)[number]; told: Address }) {
  return (
    <div className="no-print mb-4">
      <Tabs
        label="Báo cáo"
        tabs={[
          { href: addressWith("/reports", told, AWAY), label: "Tất cả", current: false },
          ...tabsOf(NAMES, current, told),
        ]}
      />
    </div>
  );
}

const OFFICIAL = [
  "new-members",
  "ethnicity-religion",
  "changes",
  "unit-types",
  "member-work",
  "probation",
] as const;

/** The official tables side by side. */
export function OfficialTabs({ current, told }: { current: (typeof OFFICIAL)[number]; told: Address }) {
  return (
    <div className="no-print mb-4">
      <Tabs
        label="Biểu thống kê"
        tabs={[
          { href: addressWith("/reports", told, AWAY), label: "Tất cả", current: false },
          ...tabsOf(OFFICIAL, current, told),
        ]}
      />
    </div>
  );
}

const AWAY = { figure: null, tab: null, list: null, after: null };

const tabsOf = <Name extends ReportName>(names: readonly Name[], current: Name, told: Address) =>
  names.map((name) => ({
    href: addressWith(`/reports/${name}`, told, AWAY),
    label: reportLabel(name),
    current: name === current,
  }));
