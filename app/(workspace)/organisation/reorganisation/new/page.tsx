import type { Metadata } from "next";
import { ReorganisationForm } from "@/components/reorganisation/reorganisation-form";
import { PageHeading } from "@/components/ui/page-heading";
import { loadReorganisationEntry } from "@/lib/reorganisation/queries/reorganisations";

export const metadata: Metadata = { title: "Đợt sắp xếp mới" };

export default async function NewReorganisationPage({
  searchParams,
}: {
  searchParams: Promise<{ from?: string }>;
}) {
  const { from } = await searchParams;
  const entry = await loadReorganisationEntry(from ?? null);

  return (
    <>
      <PageHeading
        title="Đợt sắp xếp mới"
        under="Ghi mọi việc của một quyết định; xem trước rồi mới thực hiện."
        back={{ href: "/organisation/reorganisation", label: "Sắp xếp tổ chức" }}
      />
      <ReorganisationForm entry={entry} />
    </>
  );
}
