import type { Metadata } from "next";
import { IntroduceView } from "@/components/sources/introduce-view";
import { loadIntroduction } from "@/lib/sources/queries/referrals";

export const metadata: Metadata = { title: "Giới thiệu đoàn viên ưu tú" };

export default async function IntroducePage({ searchParams }: { searchParams: Promise<{ unit?: string }> }) {
  const introduction = await loadIntroduction((await searchParams).unit ?? null);

  return <IntroduceView introduction={introduction} />;
}
