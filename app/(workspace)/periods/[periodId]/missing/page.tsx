import type { Metadata } from "next";
import { MissingView } from "@/components/periods/missing-view";
import { toldOnce } from "@/components/reports/address";
import { loadMissing } from "@/lib/periods/queries/periods";
import { missingAddress } from "@/lib/periods/schema";

export const metadata: Metadata = { title: "Đơn vị chưa xác nhận" };

type Address = {
  params: Promise<{ periodId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function MissingPage({ params, searchParams }: Address) {
  const { periodId } = await params;
  const told = toldOnce(await searchParams);

  return <MissingView page={await loadMissing(periodId, missingAddress.parse(told))} />;
}
