import type { Role } from "@/lib/access/policy";

export type MenuIcon =
  | "tasks"
  | "people"
  | "quota"
  | "meeting"
  | "briefing"
  | "class"
  | "report"
  | "sources"
  | "referral"
  | "import"
  | "tree"
  | "forms"
  | "help"
  | "key"
  | "scroll"
  | "rules"
  | "options"
  | "period";
/** `exact`: the pages beneath it are entries of their own. */
export type MenuEntry = { href: string; label: string; short?: string; icon: MenuIcon; exact?: true };

const TASKS: MenuEntry = { href: "/", label: "Việc cần làm", short: "Việc", icon: "tasks" };
const CANDIDATES: MenuEntry = { href: "/pipeline", label: "Hồ sơ", icon: "people" };
const QUOTAS: MenuEntry = { href: "/quotas", label: "Chỉ tiêu", icon: "quota" };
const MEETINGS: MenuEntry = { href: "/meetings", label: "Phiên họp", icon: "meeting" };
const BRIEFINGS: MenuEntry = { href: "/briefings", label: "Giao ban", icon: "briefing" };
const CLASSES: MenuEntry = { href: "/classes", label: "Lớp bồi dưỡng", icon: "class" };
const REPORTS: MenuEntry = { href: "/reports", label: "Báo cáo", icon: "report" };
const PERIODS: MenuEntry = { href: "/periods", label: "Kỳ báo cáo", icon: "period" };
const IMPORT: MenuEntry = { href: "/import", label: "Nhập dữ liệu", icon: "import" };
const SOURCES: MenuEntry = { href: "/sources", label: "Nguồn và Đoàn", icon: "sources", exact: true };
const SOURCES_REPORT: MenuEntry = { href: "/sources", label: "Báo cáo", icon: "report", exact: true };
const MEMBERS: MenuEntry = { href: "/sources/members", label: "Đoàn viên", icon: "people" };
const REFERRALS: MenuEntry = { href: "/sources/referrals", label: "Giới thiệu", icon: "referral" };
const TREE: MenuEntry = { href: "/organisation", label: "Tổ chức đảng", icon: "tree" };
const RULES: MenuEntry = { href: "/rules", label: "Quy định", icon: "rules", exact: true };
const OPTIONS: MenuEntry = { href: "/rules/options", label: "Quy định của tỉnh", icon: "options" };
const FORMS: MenuEntry = { href: "/forms", label: "Mẫu giấy tờ", icon: "forms" };
const HELP: MenuEntry = { href: "/help", label: "Hỏi đáp", icon: "help" };
const ACCOUNTS: MenuEntry = { href: "/accounts", label: "Tài khoản", icon: "key" };
const AUDIT: MenuEntry = { href: "/audit", label: "Nhật ký", icon: "scroll" };

/** What a role finds in its menu, in two groups with a hairline between; what it may not do is absent. */
export function menuOf(role: Role | "operator"): MenuEntry[][] {
  switch (role) {
    case "cellSecretary":
      return [
        [TASKS, CANDIDATES, QUOTAS, REFERRALS, MEETINGS, BRIEFINGS, FORMS],
        [PERIODS, RULES, HELP],
      ];
    case "baseOfficer":
      return [
        [TASKS, CANDIDATES, QUOTAS, REFERRALS, MEETINGS, BRIEFINGS, CLASSES, REPORTS, PERIODS],
        [IMPORT, FORMS, TREE, RULES, HELP],
      ];
    case "upperOfficer":
    case "operator":
      return [
        [TASKS, QUOTAS, CANDIDATES, SOURCES, CLASSES, MEETINGS, BRIEFINGS, REPORTS, PERIODS],
        [IMPORT, FORMS, TREE, RULES, HELP],
      ];
    case "provinceOfficer":
      return [
        [TASKS, QUOTAS, CANDIDATES, SOURCES, CLASSES, BRIEFINGS, REPORTS, PERIODS],
        [IMPORT, FORMS, TREE, OPTIONS, RULES, HELP],
      ];
    case "unionOfficer":
      return [
        [TASKS, MEMBERS, REFERRALS, SOURCES_REPORT],
        [IMPORT, RULES, HELP],
      ];
    case "viewer":
      return [
        [QUOTAS, CANDIDATES, REPORTS, PERIODS],
        [TREE, RULES, HELP],
      ];
    case "accountAdmin":
      return [[ACCOUNTS], [TREE, HELP]];
    case "auditor":
      return [[AUDIT], [TREE, HELP]];
  }
}
