import type { Metadata } from "next";
import { AddUnitForm } from "@/components/organisation/unit-forms";
import { PageHeading } from "@/components/ui/page-heading";
import { loadUnitForChange } from "@/lib/organisation/queries/unit";

export const metadata: Metadata = { title: "Thêm đơn vị trực thuộc" };

export default async function AddUnitPage({ params }: { params: Promise<{ unitCode: string }> }) {
  const { unitCode } = await params;
  const page = await loadUnitForChange(decodeURIComponent(unitCode));

  return (
    <>
      <PageHeading title="Thêm đơn vị trực thuộc" under={page.unit.name} />
      <AddUnitForm page={page} />
    </>
  );
}
