"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useEffect, useState } from "react";

/** A unit as the bar shows it: `above` are the names above it, top first. */
export type BarUnit = { code: string; name: string; above: string[] };

type FoundUnit = { code: string; name: string; ancestors: string[] };

/** The unit the page is about, which its address tells; the actor's own where it tells none. */
export function useShownUnit(own: BarUnit): BarUnit {
  const pathname = usePathname();
  const parameters = useSearchParams();
  const inPath = /^\/organisation\/(?!reorganisation(?:\/|$))([^/]+)/.exec(pathname)?.[1];
  const code = inPath ? decodeURIComponent(inPath) : (parameters.get("unit") ?? own.code);
  const [shown, setShown] = useState<BarUnit | null>(null);

  useEffect(() => {
    if (sameCode(code, own.code)) return;
    const stop = new AbortController();
    fetch(`/api/v1/units?query=${encodeURIComponent(code)}`, { signal: stop.signal })
      .then((answer) => (answer.ok ? answer.json() : []))
      .then((units: FoundUnit[]) => {
        const unit = units.find((found) => sameCode(found.code, code));
        if (unit) setShown({ code: unit.code, name: unit.name, above: unit.ancestors });
      })
      .catch(() => undefined);
    return () => stop.abort();
  }, [code, own.code]);

  return shown && sameCode(shown.code, code) ? shown : own;
}

const sameCode = (a: string, b: string): boolean => a.toUpperCase() === b.toUpperCase();
