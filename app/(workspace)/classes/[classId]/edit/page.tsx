import type { Metadata } from "next";
import { EditView } from "@/components/classes/edit-view";
import { loadClass } from "@/lib/classes/queries/class";

export const metadata: Metadata = { title: "Sửa lớp" };

type Props = { params: Promise<{ classId: string }> };

export default async function Page({ params }: Props) {
  const page = await loadClass((await params).classId);

  return <EditView page={page} />;
}
