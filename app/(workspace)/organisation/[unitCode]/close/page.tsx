import type { Metadata } from "next";
import { CloseUnitForm } from "@/components/organisation/unit-forms";
import { PageHeading } from "@/components/ui/page-heading";
import { loadUnitForChange } from "@/lib/organisation/queries/unit";

export const metadata: Metadata = { title: "Kết thúc hoạt động" };

export default async function CloseUnitPage({ params }: { params: Promise<{ unitCode: string }> }) {
  const { unitCode } = await params;
  const page = await loadUnitForChange(decodeURIComponent(unitCode));

  return (
    <>
      <PageHeading title="Kết thúc hoạt động" under={page.unit.name} />
      <CloseUnitForm page={page} />
    </>
  );
}
