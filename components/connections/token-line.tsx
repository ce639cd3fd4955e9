import type { ReactNode } from "react";
import { roleLabel } from "@/lib/access/labels";
import { tokenPermissionLabel, tokenStateLabel } from "@/lib/connections/labels";
import type { OwnToken } from "@/lib/connections/repository";
import { reportLabel } from "@/lib/reports/labels";
import { REPORTS } from "@/lib/reports/schema";
import { formatDay } from "@/lib/shared/days";

/** What a token is for, under which hat and until when; beside it what can be done with it. */
export function TokenLine({
  token,
  of,
  children,
}: {
  token: OwnToken;
  /** Whose it is, where they are not one's own. */
  of?: ReactNode;
  children: ReactNode;
}) {
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 px-5 py-3">
      <div className="min-w-0 flex-1 basis-64">
        <strong className="block break-words">{token.name}</strong>
        {of && <span className="block text-staff">{of}</span>}
        <span className="block text-staff text-ink2">
          {roleLabel(token.role)}, {token.unitName}
        </span>
        <span className="block text-note text-ink2">Được đọc: {opensWords(token)}</span>
        <span className="block text-note">
          {token.state === "live"
            ? `Dùng được đến hết ngày ${formatDay(token.until)}`
            : tokenStateLabel(token.state)}
          {token.lastUsedAt ? `, dùng lần cuối ${token.lastUsedAt}` : ", chưa dùng lần nào"}
        </span>
      </div>
      {children}
    </li>
  );
}

function opensWords({ permissions, reports }: OwnToken): string {
  const known = REPORTS.filter((report) => reports.includes(report)).map(reportLabel);
  const opened = permissions.map(tokenPermissionLabel).join("; ");
  return known.length === 0 ? opened : `${opened}. Chỉ báo cáo: ${known.join("; ")}`;
}
