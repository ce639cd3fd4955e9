import { Tabs } from "@/components/ui/tabs";
import { type Address, addressWith } from "./address";

const PAGES = [
  { path: "/quotas", label: "Bảng chỉ tiêu" },
  { path: "/quotas/standings", label: "Chậm nhất" },
  { path: "/quotas/months", label: "Theo tháng" },
  { path: "/quotas/structure", label: "Cơ cấu" },
  { path: "/quotas/years", label: "Nhiều năm" },
  { path: "/quotas/forecast", label: "Dự báo" },
  { path: "/quotas/bottlenecks", label: "Điểm nghẽn" },
] as const;

export type BoardPath = (typeof PAGES)[number]["path"];

/** The pages of the board side by side; the unit and the days go along. */
export function BoardPages({ current, told }: { current: BoardPath; told: Address }) {
  const days = Object.fromEntries(
    Object.entries(told).filter(([name]) =>
      ["unit", "period", "from", "to", "asOf", "countBy", "tree"].includes(name),
    ),
  );
  return (
    <div className="no-print mb-4">
      <Tabs
        label="Bảng chỉ tiêu"
        tabs={PAGES.map(({ path, label }) => ({
          href: addressWith(path, days, {}),
          label,
          current: path === current,
        }))}
      />
    </div>
  );
}
