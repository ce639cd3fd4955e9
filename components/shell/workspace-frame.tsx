import { Menu, Search } from "lucide-react";
import Image from "next/image";
import Link from "next/link";
import type { ReactNode } from "react";
import { SoftLinks } from "@/components/ui/soft-links";
import type { Role } from "@/lib/access/policy";
import { menuOf } from "./menu";
import { MenuLink, PhoneTab } from "./menu-link";
import { SearchBox } from "./search-box";
import { UnitSwitcher } from "./unit-switcher";

export type FrameProps = {
  role: Role | "operator";
  /** Province or other root the actor's unit stands in. */
  home: string;
  unit: { code: string; name: string; above: string[] };
  demo: boolean;
  /** The card at the foot of the menu: who, in which hat. */
  hat: ReactNode;
  children: ReactNode;
};

/** Menu 228, bar 60; below 800 px the phone frame takes over: bar 56 and four tabs. */
export function WorkspaceFrame({ role, home, unit, demo, hat, children }: FrameProps) {
  const groups = menuOf(role);
  const reads = groups.flat().some(({ href }) => href === "/pipeline");
  return (
    <div className="frame min-h-dvh phone:grid phone:grid-cols-[228px_minmax(0,1fr)] print:block">
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:bg-surface focus:p-3"
      >
        Đến nội dung chính
      </a>
      <SideMenu groups={groups} home={home} hat={hat} />
      <div className="min-w-0">
        <TopBar unit={unit} demo={demo} reads={reads} switches={role !== "unionOfficer"} />
        <PhoneBar title={unit.name} demo={demo} />
        <main
          id="main"
          tabIndex={-1}
          className="mx-auto max-w-[1680px] px-4 pt-5 pb-28 outline-none phone:px-8 phone:pt-7 phone:pb-16 print:max-w-none print:p-0"
        >
          <SoftLinks>{children}</SoftLinks>
        </main>
      </div>
      <PhoneTabs groups={groups} />
    </div>
  );
}

function SideMenu({
  groups,
  home,
  hat,
}: {
  groups: ReturnType<typeof menuOf>;
  home: string;
  hat: ReactNode;
}) {
  return (
    <nav
      aria-label="Menu chính"
      className="no-print sticky top-0 hidden h-dvh flex-col border-r border-line bg-sunken px-2.5 py-3 phone:flex"
    >
      <Link href="/" prefetch={false} className="mb-5 flex items-center gap-3 px-1.5">
        <Image src="/emblem.svg" alt="" width={32} height={32} />
        <span className="leading-tight">
          <strong className="block text-staff">Phát triển đảng viên</strong>
          <span className="text-chip text-ink2">{home}</span>
        </span>
      </Link>
      {groups.map((group, place) => (
        <div
          key={group[0]?.href}
          className={place > 0 ? "mt-3 space-y-0.5 border-t border-line2 pt-3" : "space-y-0.5"}
        >
          {group.map((entry) => (
            <MenuLink key={entry.href} entry={entry} />
          ))}
        </div>
      ))}
      <div className="mt-auto">{hat}</div>
    </nav>
  );
}

type TopBarProps = { unit: FrameProps["unit"]; demo: boolean; reads: boolean; switches: boolean };

/** `switches`: the hat stands in the party's tree, whose units the switcher knows. */
function TopBar({ unit, demo, reads, switches }: TopBarProps) {
  return (
    <header className="no-print sticky top-0 z-20 hidden min-h-15 items-center gap-3 border-b border-line bg-surface px-8 phone:flex">
      {switches ? <UnitSwitcher own={unit} /> : <strong className="text-staff">{unit.name}</strong>}
      <div className="ml-auto flex items-center gap-3">
        {demo && <DemoMark />}
        {reads && <SearchBox />}
      </div>
    </header>
  );
}

function PhoneBar({ title, demo }: { title: string; demo: boolean }) {
  return (
    <header className="no-print sticky top-0 z-20 flex min-h-14 items-center gap-3 border-b border-line bg-surface px-4 phone:hidden">
      <Image src="/emblem.svg" alt="" width={30} height={30} />
      <strong className="min-w-0 flex-1 truncate text-task">{title}</strong>
      {demo && <DemoMark />}
      <Link
        href="/search"
        prefetch={false}
        aria-label="Tìm người, đơn vị"
        className="flex size-11 items-center justify-center"
      >
        <Search size={22} aria-hidden="true" />
      </Link>
    </header>
  );
}

function PhoneTabs({ groups }: { groups: ReturnType<typeof menuOf> }) {
  const first = groups
    .flat()
    .filter(({ href }) =>
      ["/", "/pipeline", "/quotas", "/accounts", "/audit", "/sources/members", "/sources/referrals"].includes(
        href,
      ),
    );
  return (
    <nav
      aria-label="Thẻ"
      className="no-print phone-tabs fixed inset-x-0 bottom-0 z-20 flex h-19 border-t border-line bg-surface phone:hidden"
    >
      {first.slice(0, 3).map((entry) => (
        <PhoneTab key={entry.href} entry={entry} />
      ))}
      <Link
        href="/more"
        prefetch={false}
        className="flex flex-1 flex-col items-center justify-center gap-0.5 text-note text-ink2"
      >
        <Menu size={22} aria-hidden="true" />
        Thêm
      </Link>
    </nav>
  );
}

function DemoMark() {
  return (
    <span className="keep rounded-tag bg-ochre-soft px-2 py-0.5 text-note font-medium text-ochre-text">
      Dữ liệu minh họa
    </span>
  );
}
