import Link from "next/link";
import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { EmptyState } from "@/components/ui/states";
import { roleLabel } from "@/lib/access/labels";
import type { Role } from "@/lib/access/policy";
import type { AccountRow, HatRow } from "@/lib/access/repository/accounts";
import { formatDay } from "@/lib/shared/days";
import { NewAccountForm, NewHatForm } from "./account-forms";
import { ActionForm } from "./action-form";

export function AccountsView({ accounts, typed }: { accounts: AccountRow[]; typed: string }) {
  return (
    <>
      <PageHeading
        title="Tài khoản"
        under="Vai và phạm vi của người dùng; không có dữ liệu của người xin vào Đảng ở đây."
        actions={<ButtonLink href="/accounts/connections">Mã kết nối đang dùng</ButtonLink>}
      />
      <Panel heading="Mở tài khoản" className="mb-5">
        <NewAccountForm />
      </Panel>
      <form action="/accounts" className="mb-3">
        <input
          type="search"
          name="q"
          defaultValue={typed}
          aria-label="Tìm tài khoản"
          placeholder="Tìm tên, tên đăng nhập"
          className="min-h-10 w-72 rounded-button border border-field bg-surface px-3 text-staff"
        />
      </form>
      <Panel flush>
        {accounts.length === 0 && <EmptyState title="Không có tài khoản nào khớp." />}
        <ul>
          {accounts.map(({ id, login, name, unitName, locked, hats }) => (
            <li
              key={id}
              className="flex flex-wrap items-baseline gap-x-5 gap-y-1 border-t border-line px-5 py-3 first:border-0"
            >
              <Link href={`/accounts/${id}`} prefetch={false} className="link font-semibold">
                {name}
              </Link>
              <span className="text-ink2">{login}</span>
              {locked && <span className="font-semibold text-red">đang khóa</span>}
              <span className="ml-auto text-staff text-ink2">
                {hats ? hats.split(";").map(hatWords).join("; ") : `${unitName ?? ""}, chưa có vai`}
              </span>
            </li>
          ))}
        </ul>
      </Panel>
    </>
  );
}

function hatWords(text: string): string {
  const [role, unit] = text.split("|");
  return `${roleLabel(role as Role)}, ${unit}`;
}

type AccountViewProps = {
  account: AccountRow;
  hats: HatRow[];
  own: boolean;
  /** What else is told of the account. */
  children: ReactNode;
};

export function AccountView({ account, hats, own, children }: AccountViewProps) {
  return (
    <>
      <PageHeading
        title={account.name}
        under={`${account.login}${account.phone ? `, ${account.phone}` : ""}${account.locked ? ", đang khóa" : ""}`}
        back={{ href: "/accounts", label: "Tài khoản" }}
      />
      <div className="space-y-5">
        {!own && (
          <Panel heading="Mật khẩu và khóa">
            <div className="flex flex-wrap gap-3">
              <ActionForm action="resetPassword" fields={{ accountId: account.id }}>
                Đặt lại mật khẩu
              </ActionForm>
              <ActionForm
                action="lockAccount"
                fields={{ accountId: account.id, locked: account.locked ? "no" : "yes" }}
                look={account.locked ? "panel" : "danger"}
              >
                {account.locked ? "Mở khóa" : "Khóa tài khoản"}
              </ActionForm>
            </div>
          </Panel>
        )}
        <Panel flush heading="Các vai">
          {hats.length === 0 && <EmptyState title="Chưa có vai nào." />}
          <ul>
            {hats.map(({ id, role, unitName, unitCode, from, until, ended, delegated }) => (
              <li key={id} className="flex flex-wrap items-center gap-4 border-t border-line px-5 py-3">
                <span className={ended ? "text-ink3" : ""}>
                  <strong>{roleLabel(role)}</strong>, {unitName} ({unitCode})
                  {delegated && (
                    <span className="ml-2 rounded-tag bg-ochre-soft px-1.5 text-note text-ochre-text">
                      Ủy quyền
                    </span>
                  )}
                </span>
                <span className="text-staff text-ink2">
                  từ {formatDay(from)}
                  {until && ` đến ${formatDay(until)}`}
                  {ended && ", đã hết"}
                </span>
                {!ended && !own && (
                  <span className="ml-auto">
                    <ActionForm action="endHat" fields={{ hatId: id }}>
                      Thu lại vai
                    </ActionForm>
                  </span>
                )}
              </li>
            ))}
          </ul>
        </Panel>
        {children}
        {!own && (
          <Panel heading="Giao thêm vai">
            <NewHatForm accountId={account.id} />
          </Panel>
        )}
      </div>
    </>
  );
}
