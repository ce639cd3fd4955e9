import type { Role } from "@/lib/access/policy";

export type MenuIcon =
  | "tasks"
  | "people"
  | "quota"
  | "report"
  | "import"
  | "tree"
  | "forms"
  | "help"
  | "key"
  | "scroll";
export type MenuEntry = { href: string; label: string; short?: string; icon: MenuIcon };

const TASKS: MenuEntry = { href: "/", label: "Việc cần làm", short: "Việc", icon: "tasks" };
const CANDIDATES: MenuEntry = { href: "/pipeline", label: "Hồ sơ", icon: "people" };
const QUOTAS: MenuEntry = { href: "/quotas", label: "Chỉ tiêu", icon: "quota" };
const REPORTS: MenuEntry = { href: "/reports", label: "Báo cáo", icon: "report" };
const IMPORT: MenuEntry = { href: "/import", label: "Nhập dữ liệu", icon: "import" };
const TREE: MenuEntry = { href: "/organisation", label: "Tổ chức đảng", icon: "tree" };
const FORMS: MenuEntry = { href: "/forms", label: "Mẫu giấy tờ", icon: "forms" };
const HELP: MenuEntry = { href: "/help", label: "Hỏi đáp", icon: "help" };
const ACCOUNTS: MenuEntry = { href: "/accounts", label: "Tài khoản", icon: "key" };
const AUDIT: MenuEntry = { href: "/audit", label: "Nhật ký", icon: "scroll" };

/** What a role finds in its menu, in two groups with a hairline between; what it may not do is absent. */
export function menuOf(role: Role | "operator"): MenuEntry[][] {
  switch (role) {
    case "cellSecretary":
      return [[TASKS, CANDIDATES, QUOTAS, FORMS], [HELP]];
    case "baseOfficer":
      return [
        [TASKS, CANDIDATES, QUOTAS, REPORTS],
        [IMPORT, FORMS, TREE, HELP],
      ];
    case "upperOfficer":
    case "provinceOfficer":
    case "operator":
      return [
        [TASKS, QUOTAS, CANDIDATES, REPORTS],
        [IMPORT, FORMS, TREE, HELP],
      ];
    case "unionOfficer":
      return [[TASKS], [TREE, HELP]];
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
