"use client";

import { Search } from "lucide-react";
import { useEffect, useRef } from "react";

/** "Tìm người, đơn vị": Ctrl K comes here from everywhere, Enter searches. */
export function SearchBox() {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
        event.preventDefault();
        box.current?.focus();
      }
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);

  return (
    <search>
      <form
        action="/search"
        className="flex min-h-10 items-center gap-2 rounded-button border border-field bg-surface px-3 has-focus-visible:outline-2 has-focus-visible:outline-offset-2"
      >
        <Search size={16} aria-hidden="true" className="text-ink2" />
        <input
          ref={box}
          type="search"
          name="q"
          aria-label="Tìm người, đơn vị"
          placeholder="Tìm người, đơn vị"
          className="w-48 bg-transparent text-staff outline-none"
        />
        <kbd className="rounded-tag border border-line2 px-1.5 text-chip text-ink2">Ctrl</kbd>
        <kbd className="rounded-tag border border-line2 px-1.5 text-chip text-ink2">K</kbd>
      </form>
    </search>
  );
}
