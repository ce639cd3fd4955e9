import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { toldOnce } from "@/components/reports/address";
import { NameListView } from "@/components/reports/name-list-view";
import { loadNameListPage } from "@/lib/reports/queries/official-page";
import { NAME_LISTS } from "@/lib/reports/rules/name-list";
import { boardAddress } from "@/lib/reports/schema";

export const metadata: Metadata = { title: "Danh sách" };

type Address = {
  params: Promise<{ list: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function NameListPage({ params, searchParams }: Address) {
  const { list: told } = await params;
  const list = NAME_LISTS.find((known) => known === told);
  if (!list) notFound();
  const parts = toldOnce(await searchParams);
  const page = await loadNameListPage(list, boardAddress.parse(parts));

  return <NameListView page={page} told={parts} />;
}
