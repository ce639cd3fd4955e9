import type { Metadata } from "next";
import { ArrivalForm } from "@/components/pipeline/entry-forms";
import { PageHeading } from "@/components/ui/page-heading";
import { loadEntryCells } from "@/lib/pipeline/queries/entry";

export const metadata: Metadata = { title: "Người chuyển đến" };

type Props = { searchParams: Promise<{ cell?: string }> };

export default async function ArrivalPage({ searchParams }: Props) {
  const cells = await loadEntryCells();
  const { cell = "" } = await searchParams;

  return (
    <div className="mx-auto max-w-[1132px]">
      <PageHeading
        title="Người chuyển đến từ nơi khác"
        under="Người đang làm thủ tục hoặc dự bị, chuyển đến từ ngoài hệ thống"
        back={{ href: "/pipeline/new", label: "Thêm người" }}
      />
      <ArrivalForm cells={cells} cell={cell} />
    </div>
  );
}
