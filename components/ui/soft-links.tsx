"use client";

import { useRouter } from "next/navigation";
import { type MouseEvent, type ReactNode, useTransition } from "react";

/**
 * One listener for many plain links: `<a data-soft>` inside goes on without reloading the page, and with
 * `data-soft="stay"` without scrolling. A table of hundreds of links stays light this way.
 */
export function SoftLinks({ children }: { children: ReactNode }) {
  const router = useRouter();
  const [, startTransition] = useTransition();
  const onClick = (event: MouseEvent) => {
    if (
      event.defaultPrevented ||
      event.button !== 0 ||
      event.metaKey ||
      event.ctrlKey ||
      event.shiftKey ||
      event.altKey
    )
      return;
    const link =
      event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[data-soft]") : null;
    const href = link?.getAttribute("href");
    if (!link || !href?.startsWith("/")) return;
    event.preventDefault();
    startTransition(() => router.push(href, { scroll: link.dataset.soft !== "stay" }));
  };
  return (
    <div className="contents" role="presentation" onClickCapture={onClick}>
      {children}
    </div>
  );
}
