import type { Metadata } from "next";
import { MoreView } from "@/components/shell/more-view";
import { loadShell } from "@/lib/organisation/queries/shell";

export const metadata: Metadata = { title: "Thêm" };

export default async function MorePage() {
  return <MoreView shell={await loadShell()} />;
}
