import type { Metadata } from "next";
import { OptionsView } from "@/components/rules/options-view";
import { loadProvinceOptions } from "@/lib/pipeline/queries/rules";
import { optionsAddress } from "@/lib/pipeline/schema/address";

export const metadata: Metadata = { title: "Quy định của tỉnh" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function OptionsRoute({ searchParams }: Props) {
  const { year, sample, done } = optionsAddress(await searchParams);
  const page = await loadProvinceOptions(year);

  return <OptionsView page={page} sample={sample} done={done} />;
}
