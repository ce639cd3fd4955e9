import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { EmptyState } from "@/components/ui/states";
import { lifetimeLabel, tokenPermissionLabel } from "@/lib/connections/labels";
import type { ConnectionsPage } from "@/lib/connections/queries";
import type { OwnToken } from "@/lib/connections/repository";
import { LIFETIMES } from "@/lib/connections/schema";
import { reportLabel } from "@/lib/reports/labels";
import { REPORTS, type ReportName } from "@/lib/reports/schema";
import { formatNumber } from "@/lib/shared/ratio";
import { MakeTokenForm, RevokeForm } from "./token-forms";
import { TokenLine } from "./token-line";

/** How another program reads the figures: tokens of one's own, and how to call. */
export function ConnectionsView({ page }: { page: ConnectionsPage }) {
  return (
    <div className="mx-auto max-w-[820px]">
      <PageHeading
        title="Kết nối"
        under="Để máy khác đọc số liệu trong phạm vi của đồng chí, không cần mật khẩu."
        back={{ href: "/account", label: "Tài khoản của tôi" }}
      />
      <div className="space-y-5">
        <Panel flush heading="Mã kết nối của tôi">
          <Tokens tokens={page.tokens} />
        </Panel>
        <Panel heading="Tạo mã kết nối">
          <MakeTokenForm
            permissions={page.permissions.map((value) => ({ value, label: tokenPermissionLabel(value) }))}
            reports={REPORTS.map((value) => ({ value, label: reportLabel(value) }))}
            lifetimes={LIFETIMES.map((days) => ({ value: String(days), label: lifetimeLabel(days) }))}
            unit={page.unit}
          />
        </Panel>
        <Panel heading="Cách dùng, dành cho người lập trình">
          <HowTo page={page} />
        </Panel>
      </div>
    </div>
  );
}

function Tokens({ tokens }: { tokens: OwnToken[] }) {
  if (tokens.length === 0)
    return (
      <EmptyState title="Chưa có mã kết nối nào.">Tạo mã ở bên dưới khi có máy cần đọc số liệu.</EmptyState>
    );
  return (
    <ul className="divide-y divide-line border-t border-line">
      {tokens.map((token) => (
        <TokenLine key={token.id} token={token}>
          {token.state === "live" && <RevokeForm tokenId={token.id} name={token.name} />}
        </TokenLine>
      ))}
    </ul>
  );
}

function HowTo({ page: { appUrl, unit, year, callsPerMinute, peoplePerDay } }: { page: ConnectionsPage }) {
  const period = `unit=${unit.code}&from=${year}-01-01&to=${year}-12-31`;
  return (
    <div className="space-y-3 text-staff">
      <p>
        Gửi mã trong tiêu đề <code>Authorization</code> của mỗi lần gọi. Mã chỉ đọc được, không ghi, không mở
        được trang nào. Ví dụ, kết quả so với chỉ tiêu năm {year}:
      </p>
      <pre className="overflow-x-auto rounded-button border border-line bg-sunken p-3 text-note whitespace-pre-wrap break-all">
        {`curl -H "Authorization: Bearer pdv_…" \\\n  "${appUrl}/api/v1/reports/attainment?${period}"`}
      </pre>
      <p>Thêm format=xlsx hoặc format=csv để nhận tệp. Các báo cáo:</p>
      <ul className="list-disc space-y-1 pl-5">
        {REPORTS.map((report: ReportName) => (
          <li key={report}>
            <code className="break-all">/api/v1/reports/{report}</code>: {reportLabel(report)}
          </li>
        ))}
        <li>
          <code className="break-all">/api/v1/units</code>: danh mục đơn vị
        </li>
        <li>
          <code className="break-all">/api/v1/hand-over</code>: tệp bàn giao đảng viên mới
        </li>
      </ul>
      <p>
        Danh sách dài đến từng trang: lấy <code>next</code> của trang trước làm <code>after</code> của trang
        sau, đến khi <code>next</code> là null.
      </p>
      <p>
        Mỗi mã gọi nhiều nhất {formatNumber(callsPerMinute)} lần trong một phút; mỗi tài khoản xuất nhiều nhất{" "}
        {formatNumber(peoplePerDay)} người trong một ngày. Quá mức, hệ thống trả lời 429 và cho biết phải đợi
        bao lâu. Mỗi lần dùng mã được ghi vào nhật ký.
      </p>
      <p>
        Mã ngừng ngay khi thu hồi, hết hạn, đổi mật khẩu, tài khoản bị khóa, hoặc vai thay đổi. Mô tả đầy đủ
        cho người lập trình:{" "}
        <a href="/api/v1/openapi.json" className="link">
          openapi.json
        </a>
        .
      </p>
    </div>
  );
}
