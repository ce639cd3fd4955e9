import {
  Building2,
  ChevronRight,
  Eye,
  Flag,
  KeyRound,
  Landmark,
  Map as MapIcon,
  ScrollText,
  UserCheck,
} from "lucide-react";
import type { Role } from "@/lib/access/policy";

const CARDS: Record<Role, { icon: typeof Eye; title: string; does: string }> = {
  cellSecretary: { icon: UserCheck, title: "Bí thư chi bộ", does: "Ghi từng bước của người trong chi bộ" },
  baseOfficer: {
    icon: Building2,
    title: "Văn phòng đảng ủy cơ sở",
    does: "Nghị quyết cơ sở, giao chỉ tiêu chi bộ",
  },
  upperOfficer: { icon: Landmark, title: "Ban Tổ chức Huyện ủy", does: "Quyết định, lớp, chỉ tiêu, báo cáo" },
  provinceOfficer: { icon: MapIcon, title: "Ban Tổ chức Tỉnh ủy", does: "Chỉ tiêu toàn tỉnh, báo cáo" },
  unionOfficer: { icon: Flag, title: "Cán bộ Đoàn", does: "Tổ chức đảng bên cạnh tổ chức Đoàn" },
  viewer: { icon: Eye, title: "Người xem số liệu", does: "Số liệu và danh sách đã che" },
  accountAdmin: { icon: KeyRound, title: "Quản trị tài khoản", does: "Tài khoản và vai, không thấy hồ sơ" },
  auditor: { icon: ScrollText, title: "Kiểm tra nhật ký", does: "Ai đã xem, sửa, xuất" },
};

export type DemoRole = { login: string; name: string; role: Role; where: string };

type DemoRolesProps = { roles: DemoRole[]; enter: (login: string) => Promise<void> };

/** One press signs in; only where the demo setting is on. */
export function DemoRoles({ roles, enter }: DemoRolesProps) {
  return (
    <section className="px-5 py-10 phone:px-14 phone:py-24">
      <p className="inline-block rounded-tag bg-ochre-soft px-2 py-0.5 text-note font-medium text-ochre-text">
        Bản dùng thử
      </p>
      <h2 className="mt-3 text-headline font-semibold">Chọn một vai để vào ngay</h2>
      <p className="text-ink2">
        Mọi người ở đây đều là minh họa. Mật khẩu chung: Demo-2024. Có thể đổi vai bất cứ lúc nào.
      </p>
      <div className="mt-5 grid gap-4 desk:grid-cols-2">
        {roles.map(({ login, name, role, where }) => {
          const { icon: Icon, title, does } = CARDS[role];
          return (
            <form key={login} action={enter.bind(null, login)}>
              <button
                type="submit"
                className="flex h-full w-full items-center gap-4 rounded-panel border border-line bg-surface p-4 text-left hover:border-line2 hover:bg-sunken"
              >
                <span className="flex size-9 shrink-0 items-center justify-center rounded-button bg-sunken">
                  <Icon size={20} aria-hidden="true" />
                </span>
                <span className="min-w-0 flex-1">
                  <strong className="block">{title}</strong>
                  <span className="block text-staff text-ink2">{does}</span>
                  <span className="mt-1 block text-note text-ink2">
                    {name}, {where}
                  </span>
                </span>
                <ChevronRight size={20} aria-hidden="true" className="shrink-0 text-ink2" />
              </button>
            </form>
          );
        })}
      </div>
    </section>
  );
}
