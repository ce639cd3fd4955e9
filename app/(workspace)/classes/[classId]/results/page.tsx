import type { Metadata } from "next";
import { ResultsView } from "@/components/classes/results-view";
import { loadClass } from "@/lib/classes/queries/class";

export const metadata: Metadata = { title: "Kết quả" };

type Props = { params: Promise<{ classId: string }> };

export default async function Page({ params }: Props) {
  const page = await loadClass((await params).classId);

  return <ResultsView page={page} />;
}
