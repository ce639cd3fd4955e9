import { Button, ButtonLink } from "@/components/ui/button";
import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { Notice } from "@/components/ui/states";
import { signOut, switchHat } from "@/lib/access/entry";
import type { Actor } from "@/lib/access/gate";
import { roleLabel } from "@/lib/access/labels";
import type { OwnDigest } from "@/lib/access/repository/digest";
import type { OwnHat } from "@/lib/access/repository/self";
import { formatDay } from "@/lib/shared/days";
import { DigestForm, PasswordForm } from "./account-forms";

type SelfProps = { actor: Actor; hats: OwnHat[]; digest: OwnDigest | null };

/** Who one is, the hats one has, the password, and the way out. */
export function SelfView({ actor, hats, digest }: SelfProps) {
  return (
    <div className="mx-auto max-w-[820px]">
      <PageHeading
        title={actor.name}
        under={`${roleLabel(actor.role)}, ${actor.unit.name}`}
        actions={
          <form action={signOut}>
            <Button type="submit">Đăng xuất</Button>
          </form>
        }
      />
      {actor.mustChangePassword && (
        <Notice tone="warns" title="Hãy đổi mật khẩu dùng một lần trước khi làm việc." />
      )}
      <div className="space-y-5">
        <Panel flush heading="Đổi vai">
          <ul>
            {hats.map(({ assignmentId, role, unitName, until, delegated }) => (
              <li
                key={assignmentId}
                className="flex flex-wrap items-center gap-4 border-t border-line px-5 py-3"
              >
                <span>
                  <strong className="block">{roleLabel(role)}</strong>
                  <span className="text-staff text-ink2">
                    {unitName}
                    {until && `, đến ${formatDay(until)}`}
                  </span>
                </span>
                {delegated && (
                  <span className="rounded-tag bg-ochre-soft px-1.5 text-note text-ochre-text">Ủy quyền</span>
                )}
                {assignmentId === actor.assignmentId ? (
                  <span className="ml-auto text-staff text-petrol">đang dùng</span>
                ) : (
                  <form action={switchHat} className="ml-auto">
                    <input type="hidden" name="hat" value={assignmentId} />
                    <Button type="submit">Dùng vai này</Button>
                  </form>
                )}
              </li>
            ))}
          </ul>
        </Panel>
        {digest && (
          <Panel heading="Thư tóm tắt hằng ngày">
            <DigestForm digest={digest} />
          </Panel>
        )}
        <Panel heading="Kết nối">
          <p className="mb-3 text-staff text-ink2">
            Mã để máy khác đọc số liệu trong phạm vi của đồng chí, và cách dùng.
          </p>
          <ButtonLink href="/account/connections">Mở trang kết nối</ButtonLink>
        </Panel>
        <Panel heading="Đổi mật khẩu">
          <PasswordForm />
        </Panel>
      </div>
    </div>
  );
}
