import type { Metadata } from "next";
import { MakeSnapshotForm } from "@/components/periods/snapshot-forms";
import { toldOnce } from "@/components/reports/address";
import { PageHeading } from "@/components/ui/page-heading";
import { loadSnapshotEntry } from "@/lib/periods/queries/snapshots";
import { snapshotEntryAddress } from "@/lib/periods/schema";
import { formatDay, isDay } from "@/lib/shared/days";

export const metadata: Metadata = { title: "Chốt số liệu" };

type Address = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function NewSnapshotPage({ searchParams }: Address) {
  const told = snapshotEntryAddress.parse(toldOnce(await searchParams));
  const { unit, today } = await loadSnapshotEntry();
  const typed = (day: string, usual: string) => (isDay(day) ? formatDay(day) : day || usual);
  const year = today.slice(0, 4);

  return (
    <div className="mx-auto max-w-[1000px]">
      <PageHeading
        title="Chốt số liệu của một báo cáo"
        under="Bản chốt giữ nguyên số liệu và danh sách của lúc này; không ai sửa hay xóa được."
        back={{ href: "/periods/snapshots", label: "Bản chốt số liệu" }}
      />
      <MakeSnapshotForm
        told={{
          ...told,
          unit: told.unit || unit,
          from: typed(told.from, `01/01/${year}`),
          to: typed(told.to, `31/12/${year}`),
          asOf: typed(told.asOf, ""),
        }}
      />
    </div>
  );
}
