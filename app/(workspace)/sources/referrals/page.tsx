import type { Metadata } from "next";
import { toldOnce } from "@/components/reports/address";
import { ReferralsView } from "@/components/sources/referrals-view";
import { loadReferrals } from "@/lib/sources/queries/referrals";
import { referralAddress } from "@/lib/sources/schema";

export const metadata: Metadata = { title: "Giới thiệu" };

type Address = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ReferralsPage({ searchParams }: Address) {
  const told = toldOnce(await searchParams);
  const filter = referralAddress(told);
  const list = await loadReferrals(filter);

  return <ReferralsView list={list} filter={filter} told={told} />;
}
