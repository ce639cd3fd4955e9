import type { Metadata } from "next";
import { PaperView } from "@/components/briefings/paper-view";
import { letterPaper } from "@/lib/briefings/export/letter";
import { loadLetter } from "@/lib/briefings/queries/letters";

export const metadata: Metadata = { title: "Thư hằng tháng để in" };

type Props = { params: Promise<{ letterId: string }> };

export default async function Page({ params }: Props) {
  const { letterId } = await params;
  const page = await loadLetter(letterId);

  return (
    <PaperView
      paper={letterPaper(page)}
      title="Thư hằng tháng để in"
      back={{ href: `/briefings/letters/${letterId}`, label: "Thư hằng tháng" }}
    />
  );
}
