"use client";

import {
  CalendarCheck,
  CircleHelp,
  FileInput,
  Files,
  FileText,
  Gavel,
  GraduationCap,
  HandHelping,
  KeyRound,
  ListChecks,
  MessagesSquare,
  Network,
  Scale,
  ScrollText,
  SlidersHorizontal,
  Sprout,
  Target,
  Users,
} from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { classNames } from "@/components/ui/class-names";
import type { MenuEntry, MenuIcon } from "./menu";

const ICONS: Record<MenuIcon, typeof Users> = {
  tasks: ListChecks,
  people: Users,
  quota: Target,
  meeting: Gavel,
  briefing: MessagesSquare,
  class: GraduationCap,
  report: FileText,
  sources: Sprout,
  referral: HandHelping,
  import: FileInput,
  tree: Network,
  forms: Files,
  help: CircleHelp,
  key: KeyRound,
  scroll: ScrollText,
  rules: Scale,
  options: SlidersHorizontal,
  period: CalendarCheck,
};

/** One entry of the side menu; the current one has the red edge. */
export function MenuLink({ entry }: { entry: MenuEntry }) {
  const { href, label, icon } = entry;
  const current = useIsCurrent(entry);
  const Icon = ICONS[icon];
  return (
    <Link
      href={href}
      prefetch={false}
      aria-current={current ? "page" : undefined}
      className={classNames(
        "relative flex min-h-10 items-center gap-3 rounded-button px-3 text-body",
        current
          ? "border border-line bg-surface font-semibold before:absolute before:-left-2.5 before:h-6 before:w-0.5 before:bg-red"
          : "border border-transparent text-ink2 hover:bg-hover",
      )}
    >
      <Icon size={18} aria-hidden="true" />
      {label}
    </Link>
  );
}

/** One of the four tabs at the foot of a phone. */
export function PhoneTab({ entry }: { entry: MenuEntry }) {
  const { href, label, short, icon } = entry;
  const current = useIsCurrent(entry);
  const Icon = ICONS[icon];
  return (
    <Link
      href={href}
      prefetch={false}
      aria-current={current ? "page" : undefined}
      className={classNames(
        "relative flex flex-1 flex-col items-center justify-center gap-0.5 text-note",
        current
          ? "font-semibold before:absolute before:top-0 before:h-0.5 before:w-14 before:bg-red"
          : "text-ink2",
      )}
    >
      <Icon size={22} aria-hidden="true" />
      {short ?? label}
    </Link>
  );
}

function useIsCurrent({ href, exact }: MenuEntry): boolean {
  const pathname = usePathname();
  return href === "/" || exact ? pathname === href : pathname === href || pathname.startsWith(`${href}/`);
}
