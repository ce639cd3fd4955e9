import type { Metadata } from "next";
import { LetterView } from "@/components/briefings/letter-view";
import { loadLetter } from "@/lib/briefings/queries/letters";

export const metadata: Metadata = { title: "Thư hằng tháng" };

type Props = { params: Promise<{ letterId: string }>; searchParams: Promise<{ done?: string }> };

export default async function Page({ params, searchParams }: Props) {
  const page = await loadLetter((await params).letterId);

  return <LetterView page={page} done={(await searchParams).done} />;
}
