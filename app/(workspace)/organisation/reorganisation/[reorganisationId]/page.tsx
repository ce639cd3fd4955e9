import type { Metadata } from "next";
import { ReorganisationView } from "@/components/reorganisation/reorganisation-view";
import { loadReorganisation } from "@/lib/reorganisation/queries/reorganisations";

export const metadata: Metadata = { title: "Đợt sắp xếp" };

type Address = {
  params: Promise<{ reorganisationId: string }>;
  searchParams: Promise<{ done?: string }>;
};

export default async function ReorganisationPage({ params, searchParams }: Address) {
  const [{ reorganisationId }, { done }] = await Promise.all([params, searchParams]);
  const page = await loadReorganisation(reorganisationId);

  return <ReorganisationView page={page} done={done ?? null} />;
}
