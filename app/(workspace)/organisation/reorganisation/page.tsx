import type { Metadata } from "next";
import { ReorganisationList } from "@/components/reorganisation/reorganisation-list";
import { loadReorganisations } from "@/lib/reorganisation/queries/reorganisations";

export const metadata: Metadata = { title: "Sắp xếp tổ chức" };

export default async function ReorganisationsPage({
  searchParams,
}: {
  searchParams: Promise<{ done?: string }>;
}) {
  const [{ done }, lines] = await Promise.all([searchParams, loadReorganisations()]);

  return <ReorganisationList lines={lines} dropped={done === "dropped"} />;
}
