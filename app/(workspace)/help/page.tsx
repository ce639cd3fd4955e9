import type { Metadata } from "next";
import { HelpView } from "@/components/shell/help-view";
import { loadShell } from "@/lib/organisation/queries/shell";

export const metadata: Metadata = { title: "Hỏi đáp" };

export default async function HelpPage() {
  const { role } = await loadShell();

  return <HelpView role={role} />;
}
