import type { Metadata } from "next";
import { AccountsView } from "@/components/access/accounts-view";
import { loadAccounts } from "@/lib/access/queries/accounts";

export const metadata: Metadata = { title: "Tài khoản" };

export default async function AccountsPage({ searchParams }: { searchParams: Promise<{ q?: string }> }) {
  const { q = "" } = await searchParams;
  const accounts = await loadAccounts(q);

  return <AccountsView accounts={accounts} typed={q} />;
}
