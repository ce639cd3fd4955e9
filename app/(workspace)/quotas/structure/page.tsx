import type { Metadata } from "next";
import { toldOnce } from "@/components/reports/address";
import { StructureView } from "@/components/reports/structure-view";
import { loadStructure } from "@/lib/reports/queries/structure";
import { boardAddress } from "@/lib/reports/schema";

export const metadata: Metadata = { title: "Cơ cấu đảng viên mới" };

type Address = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function StructurePage({ searchParams }: Address) {
  const told = toldOnce(await searchParams);
  const address = boardAddress.parse(told);
  const page = await loadStructure(address);

  return <StructureView page={page} address={address} told={told} />;
}
