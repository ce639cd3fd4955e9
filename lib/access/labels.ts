import type { Role } from "./policy";

/** The role's name on screen. */
export function roleLabel(role: Role | "operator"): string {
  switch (role) {
    case "cellSecretary":
      return "Bí thư chi bộ";
    case "baseOfficer":
      return "Văn phòng đảng ủy cơ sở";
    case "upperOfficer":
      return "Ban Tổ chức cấp ủy cấp trên";
    case "provinceOfficer":
      return "Ban Tổ chức Tỉnh ủy";
    case "unionOfficer":
      return "Cán bộ Đoàn";
    case "viewer":
      return "Người xem số liệu";
    case "accountAdmin":
      return "Quản trị tài khoản";
    case "auditor":
      return "Kiểm tra nhật ký";
    case "operator":
      return "Người vận hành máy";
  }
}
