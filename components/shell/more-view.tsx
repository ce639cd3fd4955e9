import { ChevronRight } from "lucide-react";
import Link from "next/link";
import type { Shell } from "@/lib/organisation/queries/shell";
import { HatCard } from "./hat-card";
import { menuOf } from "./menu";

/** The phone's "Thêm": the hat on top, then every page of the menu. */
export function MoreView({ shell: { name, role, until, unit } }: { shell: Shell }) {
  const entries = [...menuOf(role).flat(), { href: "/account", label: "Tài khoản của tôi" }];
  return (
    <div className="max-w-xl">
      <h1 className="mb-3 text-title font-semibold">Thêm</h1>
      <HatCard name={name} role={role} until={until} />
      <p className="mt-2 text-note text-ink2">{unit.name}</p>
      <nav aria-label="Tất cả các mục" className="-mx-4 mt-4 border-y border-line bg-surface phone:mx-0">
        <ul className="divide-y divide-line">
          {entries.map(({ href, label }) => (
            <li key={href}>
              <Link
                href={href}
                prefetch={false}
                className="flex min-h-14 items-center justify-between px-4 text-read hover:bg-hover"
              >
                {label}
                <ChevronRight size={20} aria-hidden="true" className="text-ink3" />
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
}
