import type { Metadata } from "next";
import { PeriodForm } from "@/components/periods/period-form";
import { PageHeading } from "@/components/ui/page-heading";
import { loadPeriodEntry } from "@/lib/periods/queries/periods";

export const metadata: Metadata = { title: "Đặt kỳ báo cáo" };

export default async function NewPeriodPage() {
  const { unit } = await loadPeriodEntry();

  return (
    <div className="mx-auto max-w-[1000px]">
      <PageHeading
        title="Đặt kỳ báo cáo"
        under={`${unit.name} và mọi đơn vị bên dưới.`}
        back={{ href: "/periods", label: "Kỳ báo cáo" }}
      />
      <PeriodForm unit={unit.code} />
    </div>
  );
}
