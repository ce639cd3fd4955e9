import Link from "next/link";
import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { EmptyState } from "@/components/ui/states";
import type { LiveTokensPage } from "@/lib/connections/queries";
import type { OverseenToken } from "@/lib/connections/repository";
import { EndTokenForm } from "./token-forms";
import { TokenLine } from "./token-line";

/** Which accounts hold tokens in force, for who administers or audits: to be seen and ended, never used. */
export function LiveTokensView({ page: { tokens, next, mayManage } }: { page: LiveTokensPage }) {
  return (
    <div className="mx-auto max-w-[820px]">
      <PageHeading
        title="Mã kết nối đang dùng"
        under="Mã do chủ tài khoản tạo để máy khác đọc số liệu. Ở đây chỉ xem và thu hồi được."
        back={mayManage ? { href: "/accounts", label: "Tài khoản" } : { href: "/audit", label: "Nhật ký" }}
      />
      <Panel flush heading="Còn hiệu lực">
        {tokens.length === 0 && <EmptyState title="Không tài khoản nào có mã kết nối còn hiệu lực." />}
        <Tokens tokens={tokens}>
          {({ accountId, accountName, login }) =>
            mayManage ? (
              <Link href={`/accounts/${accountId}`} prefetch={false} className="link">
                {accountName} ({login})
              </Link>
            ) : (
              `${accountName} (${login})`
            )
          }
        </Tokens>
      </Panel>
      {next && (
        <p className="mt-4">
          <ButtonLink href={`/accounts/connections?after=${next}`}>Xem tiếp</ButtonLink>
        </p>
      )}
    </div>
  );
}

/** On an account's page: its tokens in force. */
export function TokensOfAccount({ tokens }: { tokens: OverseenToken[] }) {
  return (
    <Panel flush heading="Mã kết nối đang dùng">
      {tokens.length === 0 && <EmptyState title="Không có mã kết nối nào còn hiệu lực." />}
      <Tokens tokens={tokens} />
    </Panel>
  );
}

function Tokens({
  tokens,
  children,
}: {
  tokens: OverseenToken[];
  children?: (token: OverseenToken) => ReactNode;
}) {
  if (tokens.length === 0) return null;
  return (
    <ul className="divide-y divide-line border-t border-line">
      {tokens.map((token) => (
        <TokenLine key={token.id} token={token} of={children?.(token)}>
          <EndTokenForm tokenId={token.id} name={token.name} />
        </TokenLine>
      ))}
    </ul>
  );
}
