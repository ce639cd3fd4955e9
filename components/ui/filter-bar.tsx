"use client";

import { ChevronDown, X } from "lucide-react";
import Link from "next/link";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import type { ReactNode } from "react";
import { classNames } from "./class-names";

export type FilterChoice = { value: string; label: string };
export type Filter = {
  name: string;
  label: string;
  value: string;
  initial: string;
  choices: FilterChoice[];
  /** Other parts of the address that a choice takes the place of. */
  replaces?: string[];
};

/**
 * One row of filters, each "nhãn **giá trị** ⌄"; what differs from the usual has an ink border. Every choice
 * is in the address; usual values are left out of it.
 */
export function FilterBar({
  filters,
  children,
  clearHref,
}: {
  filters: Filter[];
  children?: ReactNode;
  clearHref: string;
}) {
  const router = useRouter();
  const pathname = usePathname();
  const parameters = useSearchParams();
  const choose = ({ name, initial, replaces = [] }: Filter, value: string) => {
    const next = new URLSearchParams(parameters);
    if (value === initial) next.delete(name);
    else next.set(name, value);
    for (const replaced of replaces) next.delete(replaced);
    next.delete("after");
    next.delete("figure");
    router.push(`${pathname}?${next}`, { scroll: false });
  };
  const changed = filters.some(({ value, initial }) => value !== initial);

  return (
    <div className="no-print flex flex-wrap items-center gap-2.5">
      {children}
      {filters.map((filter) => {
        const { name, label, value, initial, choices } = filter;
        return (
          <span
            key={name}
            className={classNames(
              "relative inline-flex min-h-11 phone:min-h-9 items-center gap-1.5 rounded-button border bg-surface pr-2 pl-3 text-note has-focus-visible:outline-2",
              value === initial ? "border-line2" : "border-ink",
            )}
          >
            <span className="text-ink2" aria-hidden="true">
              {label}
            </span>
            <select
              aria-label={label}
              value={value}
              onChange={(event) => choose(filter, event.target.value)}
              className="max-w-52 cursor-pointer appearance-none truncate bg-transparent pr-5 font-semibold outline-none"
            >
              {choices.map((choice) => (
                <option key={choice.value} value={choice.value}>
                  {choice.label}
                </option>
              ))}
            </select>
            {value === initial ? (
              <ChevronDown size={14} aria-hidden="true" className="pointer-events-none absolute right-2" />
            ) : (
              <button
                type="button"
                aria-label={`Bỏ lọc ${label}`}
                className="absolute right-1 flex size-6 items-center justify-center"
                onClick={() => choose(filter, initial)}
              >
                <X size={14} aria-hidden="true" />
              </button>
            )}
          </span>
        );
      })}
      {changed && (
        <Link href={clearHref} className="link ml-auto text-note text-ink2" prefetch={false}>
          Bỏ lọc
        </Link>
      )}
    </div>
  );
}
