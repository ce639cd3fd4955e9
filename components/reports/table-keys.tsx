"use client";

import { type KeyboardEvent, type ReactNode, useRef } from "react";

const ROWS = { ArrowDown: 1, ArrowUp: -1 } as const;
const LINKS = { ArrowRight: 1, ArrowLeft: -1 } as const;

/** Arrows move among the links of a table: up and down in a column, left and right in a row. */
export function TableKeys({ label, children }: { label: string; children: ReactNode }) {
  const box = useRef<HTMLElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const link = document.activeElement;
    if (!(link instanceof HTMLAnchorElement) || event.altKey || event.ctrlKey || event.metaKey) return;
    const next = stepTo(event.key, link, [...(box.current?.querySelectorAll("tr") ?? [])]);
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  return (
    <section ref={box} aria-label={label} onKeyDown={onKeyDown} className="hidden desk:block">
      {children}
    </section>
  );
}

function stepTo(key: string, link: HTMLAnchorElement, rows: HTMLTableRowElement[]): HTMLAnchorElement | null {
  const cell = link.closest<HTMLTableCellElement>("td, th");
  const row = link.closest("tr");
  if (!cell || !row) return null;
  if (key in ROWS) {
    const next = rows[rows.indexOf(row) + ROWS[key as keyof typeof ROWS]];
    return next?.cells[cell.cellIndex]?.querySelector("a") ?? null;
  }
  if (key in LINKS) {
    const links = [...row.querySelectorAll("a")];
    return links[links.indexOf(link) + LINKS[key as keyof typeof LINKS]] ?? null;
  }
  return null;
}
