import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ReceiptView } from "@/components/intake/receipt-view";
import { loadImportReceipt } from "@/lib/intake/queries/imports";
import { importKindNamed } from "@/lib/intake/registry";

export const metadata: Metadata = { title: "Biên nhận nhập dữ liệu" };

export default async function ReceiptPage({ params }: { params: Promise<{ batchId: string }> }) {
  const receipt = await loadImportReceipt((await params).batchId);
  if (receipt.batch.state === "checked") notFound();

  return <ReceiptView receipt={receipt} kindLabel={importKindNamed(receipt.batch.kind)?.label ?? ""} />;
}
