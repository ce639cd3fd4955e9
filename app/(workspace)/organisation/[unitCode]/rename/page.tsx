import type { Metadata } from "next";
import { RenameUnitForm } from "@/components/organisation/unit-forms";
import { PageHeading } from "@/components/ui/page-heading";
import { loadUnitForChange } from "@/lib/organisation/queries/unit";

export const metadata: Metadata = { title: "Sửa tên, loại tổ chức, loại hình" };

export default async function RenameUnitPage({ params }: { params: Promise<{ unitCode: string }> }) {
  const { unitCode } = await params;
  const page = await loadUnitForChange(decodeURIComponent(unitCode));

  return (
    <>
      <PageHeading title="Sửa tên, loại tổ chức, loại hình" under={page.unit.name} />
      <RenameUnitForm page={page} />
    </>
  );
}
