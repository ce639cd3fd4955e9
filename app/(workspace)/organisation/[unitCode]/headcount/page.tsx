import type { Metadata } from "next";
import { HeadcountForm } from "@/components/organisation/headcount-form";
import { PageHeading } from "@/components/ui/page-heading";
import { loadHeadcountForm } from "@/lib/organisation/queries/unit";

export const metadata: Metadata = { title: "Ghi số đảng viên" };

type Address = { params: Promise<{ unitCode: string }>; searchParams: Promise<{ onDay?: string }> };

export default async function HeadcountPage({ params, searchParams }: Address) {
  const { unitCode } = await params;
  const { onDay } = await searchParams;
  const page = await loadHeadcountForm(decodeURIComponent(unitCode), onDay ?? null);

  return (
    <>
      <PageHeading title="Ghi số đảng viên" under={page.unit.name} />
      <HeadcountForm page={page} />
    </>
  );
}
