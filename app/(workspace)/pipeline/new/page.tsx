import type { Metadata } from "next";
import { EntryForm } from "@/components/pipeline/entry-forms";
import { ButtonLink } from "@/components/ui/button";
import { PageHeading } from "@/components/ui/page-heading";
import { loadEntryCells } from "@/lib/pipeline/queries/entry";

export const metadata: Metadata = { title: "Thêm người" };

export default async function NewCandidatePage({
  searchParams,
}: {
  searchParams: Promise<{ cell?: string }>;
}) {
  const cells = await loadEntryCells();
  const { cell = "" } = await searchParams;

  return (
    <div className="mx-auto max-w-[1132px]">
      <PageHeading
        title="Thêm người"
        under={cells.length === 1 ? cells[0]?.name : "Người được giới thiệu để chi bộ theo dõi"}
        back={{ href: "/pipeline", label: "Hồ sơ" }}
        actions={<ButtonLink href="/pipeline/new/arrival">Người chuyển đến từ nơi khác</ButtonLink>}
      />
      <EntryForm cells={cells} cell={cell} />
    </div>
  );
}
