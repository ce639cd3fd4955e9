import Link from "next/link";
import { roleLabel } from "@/lib/access/labels";
import type { Role } from "@/lib/access/policy";
import { formatDay } from "@/lib/shared/days";
import { givenNameOf } from "@/lib/shared/vietnamese";

type Props = { name: string; role: Role | "operator"; until: string | null };

/** Who is signed in, in which hat; leads to the own account, where hats are changed. */
export function HatCard({ name, role, until }: Props) {
  return (
    <Link
      href="/account"
      prefetch={false}
      className="flex items-center gap-3 rounded-menu border border-line bg-surface p-3 hover:bg-hover"
    >
      <span
        aria-hidden="true"
        className="flex size-8 shrink-0 items-center justify-center rounded-full bg-hover text-chip font-semibold text-ink2"
      >
        {initials(name)}
      </span>
      <span className="min-w-0 leading-tight">
        <strong className="block truncate text-note">{name}</strong>
        <span className="block truncate text-chip text-ink2">
          {roleLabel(role)}
          {until && `, đến ${formatDay(until)}`}
        </span>
      </span>
    </Link>
  );
}

const initials = (name: string): string =>
  (name.split(" ").at(-2)?.charAt(0) ?? "") + givenNameOf(name).charAt(0);
