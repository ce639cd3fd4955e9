import type { Metadata } from "next";
import { SelfView } from "@/components/access/self-view";
import { loadSelf } from "@/lib/access/queries/self";

export const metadata: Metadata = { title: "Tài khoản của tôi" };

export default async function SelfPage() {
  const { actor, hats, digest } = await loadSelf();

  return <SelfView actor={actor} hats={hats} digest={digest} />;
}
