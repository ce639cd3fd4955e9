import type { Metadata } from "next";
import { WhatIfView } from "@/components/pipeline/what-if-view";
import { loadWhatIf } from "@/lib/pipeline/queries/what-if";
import { whatIfAddress } from "@/lib/pipeline/schema/what-if";

export const metadata: Metadata = { title: "Ai còn kịp kết nạp" };

type Address = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function WhatIfPage({ searchParams }: Address) {
  const address = whatIfAddress(await searchParams);
  const whatIf = await loadWhatIf(address);

  return <WhatIfView whatIf={whatIf} address={address} />;
}
