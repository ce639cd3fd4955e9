import type { Metadata } from "next";
import { ReferralView } from "@/components/sources/referral-view";
import { loadReferral } from "@/lib/sources/queries/referrals";

export const metadata: Metadata = { title: "Giới thiệu" };

type Address = {
  params: Promise<{ referralId: string }>;
  searchParams: Promise<{ done?: string }>;
};

export default async function ReferralPage({ params, searchParams }: Address) {
  const page = await loadReferral((await params).referralId);
  const { done } = await searchParams;

  return <ReferralView page={page} returned={done === "returned"} />;
}
