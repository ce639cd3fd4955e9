import type { Metadata } from "next";
import { FormPage } from "@/components/forms/form-view";
import { loadForm } from "@/lib/forms/queries/catalogue";

export const metadata: Metadata = { title: "Mẫu giấy tờ" };

type Props = { params: Promise<{ form: string }>; searchParams: Promise<{ done?: string }> };

export default async function Page({ params, searchParams }: Props) {
  const view = await loadForm((await params).form);
  const { done } = await searchParams;

  return <FormPage view={view} done={done === "replaced"} />;
}
