"use client";

import { ChevronsUpDown } from "lucide-react";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { classNames } from "@/components/ui/class-names";
import { Marked } from "@/components/ui/marked";
import { type BarUnit, useShownUnit } from "./shown-unit";

type FoundUnit = { code: string; name: string; ancestors: string[] };

/** Changes only the unit and keeps the page with its filters: type to find, arrows, Enter. */
export function UnitSwitcher({ own }: { own: BarUnit }) {
  const [open, setOpen] = useState(false);
  const { code, name, above } = useShownUnit(own);
  useSiblingKeys(code);
  return (
    <nav aria-label="Đơn vị" className="relative flex min-w-0 items-center gap-2.5 text-staff text-ink2">
      {above.slice(-1).map((nameAbove) => (
        <span key={nameAbove} className="hidden truncate desk:inline">
          {nameAbove} <span aria-hidden="true">›</span>
        </span>
      ))}
      <button
        type="button"
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className="flex min-h-9 max-w-80 items-center gap-2 rounded-button border border-line2 bg-surface px-3 text-staff font-semibold text-ink hover:bg-hover"
      >
        <span className="truncate">{name}</span>
        <ChevronsUpDown size={15} aria-hidden="true" className="shrink-0" />
      </button>
      {open && <UnitFinder current={code} onClose={() => setOpen(false)} />}
    </nav>
  );
}

function UnitFinder({ current, onClose }: { current: string; onClose: () => void }) {
  const [query, setQuery] = useState("");
  const [marked, setMarked] = useState(0);
  const found = useFoundUnits(query);
  const list = useId();
  const box = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const go = useGoToUnit(onClose);

  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    const onPress = (event: PointerEvent) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) onClose();
    };
    window.addEventListener("pointerdown", onPress);
    return () => window.removeEventListener("pointerdown", onPress);
  }, [onClose]);

  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      setMarked(Math.max(0, Math.min(found.length - 1, marked + step)));
    }
    const chosen = found[marked];
    if (event.key === "Enter" && chosen) go(chosen.code);
    if (event.key === "Escape") onClose();
  };

  return (
    <div
      ref={box}
      role="dialog"
      aria-label="Chọn đơn vị"
      className="absolute top-11 left-0 z-30 w-96 max-w-[92vw] rounded-menu border border-line2 bg-surface shadow-float"
    >
      <input
        ref={field}
        type="search"
        role="combobox"
        aria-expanded="true"
        aria-controls={list}
        aria-activedescendant={`${list}-${marked}`}
        aria-label="Tìm đơn vị"
        placeholder="Tìm đơn vị, không cần dấu"
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setMarked(0);
        }}
        onKeyDown={onKeyDown}
        className="w-full border-b border-line bg-transparent px-4 py-3 text-body outline-none"
      />
      <div id={list} role="listbox" className="max-h-80 overflow-y-auto py-1">
        {found.map((unit, place) => (
          <button
            type="button"
            tabIndex={-1}
            key={unit.code}
            id={`${list}-${place}`}
            role="option"
            aria-selected={place === marked}
            onClick={() => go(unit.code)}
            className={classNames(
              "block w-full px-4 py-2 text-left",
              place === marked ? "bg-hover" : "hover:bg-sunken",
              unit.code === current && "font-semibold",
            )}
          >
            <Marked text={unit.name} typed={query} />
            <span className="block text-note font-normal text-ink2">{unit.ancestors.join(" › ")}</span>
          </button>
        ))}
        {found.length === 0 && <p className="px-4 py-3 text-staff text-ink2">Không có đơn vị nào khớp.</p>}
      </div>
    </div>
  );
}

/** Alt + ↑ and Alt + ↓ go to the unit before and after, beside the one shown. */
function useSiblingKeys(code: string) {
  const go = useGoToUnit();
  const latest = useRef(go);
  useEffect(() => {
    latest.current = go;
  });
  useEffect(() => {
    const onKey = async (event: globalThis.KeyboardEvent) => {
      const step = event.altKey ? { ArrowDown: 1, ArrowUp: -1 }[event.key] : undefined;
      if (step === undefined) return;
      event.preventDefault();
      const answer = await fetch(`/api/v1/units?beside=${encodeURIComponent(code)}`).catch(() => null);
      const beside: FoundUnit[] = answer?.ok ? await answer.json() : [];
      const next = beside[beside.findIndex((unit) => unit.code === code) + step];
      if (next) latest.current(next.code);
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [code]);
}

function useFoundUnits(query: string): FoundUnit[] {
  const [found, setFound] = useState<FoundUnit[]>([]);
  useEffect(() => {
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      const answer = await fetch(`/api/v1/units?query=${encodeURIComponent(query)}`, {
        signal: stop.signal,
      }).catch(() => null);
      if (answer?.ok) setFound(await answer.json());
    }, 120);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [query]);
  return found;
}

/** Pages whose figures follow the unit in the address. */
const PAGES_OF_A_UNIT = /^\/(pipeline|quotas(\/[a-z]+)?|reports(\/[a-z-]+)?)$/;

function useGoToUnit(onClose?: () => void) {
  const router = useRouter();
  const pathname = usePathname();
  const parameters = useSearchParams();
  return (code: string) => {
    const next = new URLSearchParams(parameters);
    next.set("unit", code);
    for (const passing of ["after", "figure", "done"]) next.delete(passing);
    const page = pathname === "/" ? "/quotas" : pathname.replace(/^\/pipeline\/.*/, "/pipeline");
    router.push(PAGES_OF_A_UNIT.test(page) ? `${page}?${next}` : `/organisation/${encodeURIComponent(code)}`);
    onClose?.();
  };
}
