"use client";

import { X } from "lucide-react";
import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useRef } from "react";

/** 600 px at the right, a full sheet on a phone; it lives in the address, Esc closes it. Not modal, so rows stay usable. */
export function Drawer({
  title,
  closeHref,
  children,
}: {
  title: string;
  closeHref: string;
  children: ReactNode;
}) {
  const router = useRouter();
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    const opener = document.activeElement;
    panel.current?.focus();
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Escape") router.push(closeHref, { scroll: false });
    };
    window.addEventListener("keydown", onKey);
    return () => {
      window.removeEventListener("keydown", onKey);
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, [router, closeHref]);

  return (
    <aside
      ref={panel}
      tabIndex={-1}
      role="dialog"
      aria-label={title}
      className="no-print fixed inset-0 z-40 flex outline-none flex-col overflow-y-auto border-l border-line2 bg-surface shadow-float phone:left-auto phone:w-[600px]"
    >
      <button
        type="button"
        onClick={() => router.push(closeHref, { scroll: false })}
        className="absolute top-4 right-4 flex size-11 items-center justify-center rounded-button border border-line2 bg-surface hover:bg-hover"
        aria-label="Đóng"
      >
        <X size={20} aria-hidden="true" />
      </button>
      {children}
    </aside>
  );
}
