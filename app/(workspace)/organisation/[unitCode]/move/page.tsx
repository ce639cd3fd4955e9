import type { Metadata } from "next";
import { MoveUnitForm } from "@/components/organisation/unit-forms";
import { PageHeading } from "@/components/ui/page-heading";
import { loadUnitForChange } from "@/lib/organisation/queries/unit";

export const metadata: Metadata = { title: "Chuyển về đơn vị khác" };

export default async function MoveUnitPage({ params }: { params: Promise<{ unitCode: string }> }) {
  const { unitCode } = await params;
  const page = await loadUnitForChange(decodeURIComponent(unitCode));

  return (
    <>
      <PageHeading title="Chuyển về đơn vị khác" under={page.unit.name} />
      <MoveUnitForm page={page} />
    </>
  );
}
