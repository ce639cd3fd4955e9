import type { Metadata } from "next";
import { toldOnce } from "@/components/reports/address";
import { ProgrammeView } from "@/components/sources/programme-view";
import { loadProgramme } from "@/lib/reports/queries/programmes";
import { afterPerson, boardAddress } from "@/lib/reports/schema";

export const metadata: Metadata = { title: "Chương trình" };

type Props = {
  params: Promise<{ programmeId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function Page({ params, searchParams }: Props) {
  const told = toldOnce(await searchParams);
  const page = await loadProgramme(
    (await params).programmeId,
    boardAddress.parse(told),
    afterPerson.parse(told.after ?? null),
  );

  return <ProgrammeView page={page} told={told} />;
}
