"use client";

import { type KeyboardEvent, type ReactNode, useRef } from "react";

/** Arrows move from row to row; Enter opens, as on any link. */
export function RowKeys({ children }: { children: ReactNode }) {
  const box = useRef<HTMLElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const rows = [...(box.current?.querySelectorAll<HTMLAnchorElement>("a[data-row]") ?? [])];
    const place = rows.indexOf(document.activeElement as HTMLAnchorElement);
    const next = rows[place + step];
    if (place < 0 || !next) return;
    event.preventDefault();
    next.focus();
  };
  return (
    <section ref={box} aria-label="Danh sách hồ sơ" onKeyDown={onKeyDown}>
      {children}
    </section>
  );
}
