import type { Metadata } from "next";
import { ConnectionsView } from "@/components/connections/connections-view";
import { loadConnections } from "@/lib/connections/queries";

export const metadata: Metadata = { title: "Kết nối" };

export default async function ConnectionsPage() {
  const page = await loadConnections();

  return <ConnectionsView page={page} />;
}
