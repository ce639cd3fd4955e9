import { Tabs } from "@/components/ui/tabs";

const TABS = [
  { href: "/briefings", label: "Phiên giao ban", holds: true },
  { href: "/briefings/commitments", label: "Việc đã thống nhất", holds: false },
  { href: "/briefings/difficulties", label: "Khó khăn", holds: false },
  { href: "/briefings/caretakers", label: "Phân công phụ trách", holds: true },
  { href: "/briefings/letters", label: "Thư hằng tháng", holds: false },
] as const;

/** The pages around a unit's briefings; a cell holds none. */
export function BriefingTabs({
  current,
  unit,
  mayHold,
}: {
  current: (typeof TABS)[number]["href"];
  unit: string;
  mayHold: boolean;
}) {
  return (
    <div className="no-print mb-5">
      <Tabs
        label="Giao ban"
        tabs={TABS.filter(({ holds }) => mayHold || !holds).map(({ href, label }) => ({
          href: `${href}?unit=${encodeURIComponent(unit)}`,
          label,
          current: href === current,
        }))}
      />
    </div>
  );
}
