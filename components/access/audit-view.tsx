import { ButtonLink } from "@/components/ui/button";
import { PageHeading } from "@/components/ui/page-heading";
import { EmptyState, Notice } from "@/components/ui/states";
import type { AuditRow, ChainState } from "@/lib/access/repository/audit-log";
import type { AuditFilter } from "@/lib/access/schema";
import { formatDay } from "@/lib/shared/days";

type AuditViewProps = {
  rows: AuditRow[];
  next: string | null;
  chain: ChainState;
  filter: AuditFilter;
  verified: boolean;
};

/** Who saw, changed, exported what; names of columns, never values. */
export function AuditView({ rows, next, chain, filter, verified }: AuditViewProps) {
  return (
    <>
      <PageHeading
        title="Nhật ký"
        under={
          chain.sealedAt
            ? `Đã niêm phong đến ${chain.sealedAt}, ${chain.blocks} khối.`
            : "Chưa niêm phong khối nào."
        }
        actions={
          <>
            <ButtonLink href="/accounts/connections">Mã kết nối đang dùng</ButtonLink>
            <ButtonLink href="/audit?verify=1">Kiểm tra chuỗi niêm phong</ButtonLink>
          </>
        }
      />
      {verified &&
        (chain.brokenBlock === null ? (
          <Notice tone="passes" title="Chuỗi niêm phong nguyên vẹn: không dòng nào bị sửa, xóa hay chèn." />
        ) : (
          <Notice
            tone="blocks"
            title={`Khối số ${chain.brokenBlock} không còn khớp: nhật ký đã bị can thiệp từ khối này.`}
          />
        ))}
      <form action="/audit" className="mb-4 flex flex-wrap gap-3">
        <FilterInput
          name="day"
          label="Ngày"
          value={filter.day ? formatDay(filter.day) : ""}
          placeholder="dd/mm/yyyy"
        />
        <FilterInput name="actor" label="Người" value={filter.actor} placeholder="Lê Văn Thành" />
        <FilterInput name="action" label="Việc" value={filter.action} placeholder="openPerson" />
        <FilterInput name="table" label="Bảng" value={filter.table} placeholder="candidate" />
        <button
          type="submit"
          className="min-h-10 self-end rounded-button border border-line2 bg-surface px-4 text-staff font-semibold hover:bg-hover"
        >
          Lọc
        </button>
      </form>
      <div className="overflow-x-auto rounded-panel border border-line bg-surface">
        {rows.length === 0 && <EmptyState title="Không có dòng nào khớp." />}
        <table className="w-full text-table">
          <tbody>
            {rows.map((row) => (
              <tr key={row.id} className="border-t border-line align-top first:border-0">
                <td className="keep px-4 py-2 text-ink2">{row.at}</td>
                <td className="keep px-3 py-2 font-medium">{row.actor}</td>
                <td className="px-3 py-2">
                  {VERBS[row.operation] ?? row.operation} {TABLES[row.tableName] ?? row.tableName}
                  {row.unitName && <span className="text-ink2">, {row.unitName}</span>}
                  <span className="block text-note text-ink3">
                    {[
                      row.action !== "-" && row.action,
                      row.operation === "UPDATE" && row.columns.join(", "),
                      row.rowId,
                    ]
                      .filter(Boolean)
                      .join(" · ")}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {next && (
        <p className="mt-4">
          <ButtonLink
            href={`/audit?${new URLSearchParams({ ...(filter.day ? { day: formatDay(filter.day) } : {}), actor: filter.actor, action: filter.action, table: filter.table, before: next })}`}
          >
            Xem cũ hơn
          </ButtonLink>
        </p>
      )}
    </>
  );
}

const VERBS: Record<string, string> = { INSERT: "Thêm", UPDATE: "Sửa", DELETE: "Bỏ", READ: "Xem" };
const TABLES: Record<string, string> = {
  candidate: "hồ sơ",
  person: "thông tin người",
  step: "bước của hồ sơ",
  unit: "đơn vị",
  unit_placement: "vị trí đơn vị",
  headcount: "số đảng viên",
  quota: "chỉ tiêu",
  account: "tài khoản",
  assignment: "vai",
  import_batch: "lần nhập",
  report: "báo cáo",
  access_token: "mã kết nối",
};

function FilterInput({
  name,
  label,
  value,
  placeholder,
}: {
  name: string;
  label: string;
  value: string;
  placeholder: string;
}) {
  return (
    <label className="text-note text-ink2">
      {label}
      <input
        name={name}
        defaultValue={value}
        placeholder={placeholder}
        className="mt-1 block min-h-10 rounded-button border border-field bg-surface px-3 text-staff text-ink"
      />
    </label>
  );
}
