import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { BriefingsView } from "@/components/briefings/briefings-view";
import { toldOnce } from "@/components/reports/address";
import { currentActor } from "@/lib/access/gate";
import { loadBriefings } from "@/lib/briefings/queries/briefings";
import { briefingsAddress } from "@/lib/briefings/schema";

export const metadata: Metadata = { title: "Giao ban" };

type Address = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ searchParams }: Address) {
  const actor = await currentActor();
  if (actor?.role === "cellSecretary") redirect("/briefings/commitments");
  const page = await loadBriefings(briefingsAddress.parse(toldOnce(await searchParams)));

  return <BriefingsView page={page} />;
}
