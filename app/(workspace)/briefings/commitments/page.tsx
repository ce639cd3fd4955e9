import type { Metadata } from "next";
import { CommitmentsView } from "@/components/briefings/commitments-view";
import { toldOnce } from "@/components/reports/address";
import { loadCommitments } from "@/lib/briefings/queries/matters";
import { commitmentsAddress } from "@/lib/briefings/schema";

export const metadata: Metadata = { title: "Việc đã thống nhất tại giao ban" };

type Address = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ searchParams }: Address) {
  const told = toldOnce(await searchParams);
  const page = await loadCommitments(commitmentsAddress.parse(told));

  return <CommitmentsView page={page} done={told.done} />;
}
