import type { Role } from "@/lib/access/policy";

export type MenuIcon =
  | "tasks"
  | "people"
  | "quota"
  | "report"
  | "sources"
  | "referral"
  | "import"
  | "tree"
  | "help"
  | "key"
  | "scroll";
export type MenuEntry = { href: string; label: string; short?: string; icon: MenuIcon };

const TASKS: MenuEntry = { href: "/", label: "Việc cần làm", short: "Việc", icon: "tasks" };
const CANDIDATES: MenuEntry = { href: "/pipeline", label: "Hồ sơ", icon: "people" };
const QUOTAS: MenuEntry = { href: "/quotas", label: "Chỉ tiêu", icon: "quota" };
const REPORTS: MenuEntry = { href: "/reports", label: "Báo cáo", icon: "report" };
const IMPORT: MenuEntry = { href: "/import", label: "Nhập dữ liệu", icon: "import" };
const SOURCES: MenuEntry = { href: "/sources", label: "Nguồn và Đoàn", icon: "sources" };
const SOURCES_REPORT: MenuEntry = { href: "/sources", label: "Báo cáo", icon: "report" };
const MEMBERS: MenuEntry = { href: "/sources/members", label: "Đoàn viên", icon: "people" };
const REFERRALS: MenuEntry = { href: "/sources/referrals", label: "Giới thiệu", icon: "referral" };
const TREE: MenuEntry = { href: "/organisation", label: "Tổ chức đảng", icon: "tree" };
const HELP: MenuEntry = { href: "/help", label: "Hỏi đáp", icon: "help" };
const ACCOUNTS: MenuEntry = { href: "/accounts", label: "Tài khoản", icon: "key" };
const AUDIT: MenuEntry = { href: "/audit", label: "Nhật ký", icon: "scroll" };

/** What a role finds in its menu, in two groups with a hairline between; what it may not do is absent. */
export function menuOf(role: Role | "operator"): MenuEntry[][] {
  switch (role) {
    case "cellSecretary":
      return [[TASKS, CANDIDATES, QUOTAS, REFERRALS], [HELP]];
    case "baseOfficer":
      return [
        [TASKS, CANDIDATES, QUOTAS, REFERRALS, REPORTS],
        [IMPORT, TREE, HELP],
      ];
    case "upperOfficer":
    case "provinceOfficer":
    case "operator":
      return [
        [TASKS, QUOTAS, CANDIDATES, SOURCES, REPORTS],
        [IMPORT, TREE, HELP],
      ];
    case "unionOfficer":
      return [
        [TASKS, MEMBERS, REFERRALS, SOURCES_REPORT],
        [IMPORT, HELP],
      ];
    case "viewer":
      return [
        [QUOTAS, CANDIDATES, REPORTS],
        [TREE, HELP],
      ];
    case "accountAdmin":
      return [[ACCOUNTS], [TREE, HELP]];
    case "auditor":
      return [[AUDIT], [TREE, HELP]];
  }
}
