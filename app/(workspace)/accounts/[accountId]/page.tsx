import type { Metadata } from "next";
import { AccountView } from "@/components/access/accounts-view";
import { loadAccount } from "@/lib/access/queries/accounts";

export const metadata: Metadata = { title: "Tài khoản" };

export default async function AccountPage({ params }: { params: Promise<{ accountId: string }> }) {
  const { account, hats, own } = await loadAccount((await params).accountId);

  return <AccountView account={account} hats={hats} own={own} />;
}
