import type { Metadata } from "next";
import { FormsPage } from "@/components/forms/forms-view";
import { loadForms } from "@/lib/forms/queries/catalogue";

export const metadata: Metadata = { title: "Mẫu giấy tờ" };

type Props = { searchParams: Promise<{ day?: string }> };

export default async function Page({ searchParams }: Props) {
  const view = await loadForms();
  const { day } = await searchParams;

  return <FormsPage view={view} emptyDay={day ?? null} />;
}
