import type { Metadata } from "next";
import { LimitsView } from "@/components/sources/limits-view";
import { isDay } from "@/lib/shared/days";
import { loadUnionLimits } from "@/lib/sources/queries/limits";

export const metadata: Metadata = { title: "Giới hạn xếp loại và ưu tú" };

type Props = { searchParams: Promise<{ done?: string }> };

export default async function Page({ searchParams }: Props) {
  const page = await loadUnionLimits();
  const { done = "" } = await searchParams;

  return <LimitsView page={page} done={isDay(done) ? done : null} />;
}
