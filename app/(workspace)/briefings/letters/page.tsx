import type { Metadata } from "next";
import { LettersView } from "@/components/briefings/letters-view";
import { toldOnce } from "@/components/reports/address";
import { loadLetters } from "@/lib/briefings/queries/letters";

export const metadata: Metadata = { title: "Thư hằng tháng" };

type Address = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ searchParams }: Address) {
  const page = await loadLetters(toldOnce(await searchParams).unit ?? null);

  return <LettersView page={page} />;
}
