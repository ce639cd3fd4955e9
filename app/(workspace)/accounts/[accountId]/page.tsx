import type { Metadata } from "next";
import { AccountView } from "@/components/access/accounts-view";
import { TokensOfAccount } from "@/components/connections/live-tokens-view";
import { loadAccount } from "@/lib/access/queries/accounts";
import { loadTokensOf } from "@/lib/connections/queries";

export const metadata: Metadata = { title: "Tài khoản" };

export default async function AccountPage({ params }: { params: Promise<{ accountId: string }> }) {
  const { accountId } = await params;
  const [{ account, hats, own }, tokens] = await Promise.all([
    loadAccount(accountId),
    loadTokensOf(accountId),
  ]);

  return (
    <AccountView account={account} hats={hats} own={own}>
      <TokensOfAccount tokens={tokens} />
    </AccountView>
  );
}
