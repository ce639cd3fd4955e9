import type { Metadata } from "next";
import { FormsPage } from "@/components/forms/forms-view";
import { loadForms } from "@/lib/forms/queries/catalogue";

export const metadata: Metadata = { title: "Mẫu giấy tờ" };

export default async function Page() {
  return <FormsPage view={await loadForms()} />;
}
