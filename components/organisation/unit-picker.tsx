"use client";

import { useEffect, useId, useState } from "react";
import { useAnswer } from "@/components/ui/answer";
import { controlClass, describedBy, Field } from "@/components/ui/field";
import { Marked } from "@/components/ui/marked";
import { kindLabel } from "@/lib/organisation/labels";
import type { FoundUnitRow } from "@/lib/organisation/queries/tree";

type Props = {
  name: string;
  label: string;
  hint?: string;
  errors?: string[] | undefined;
  optional?: boolean;
  /** Codes typed before, several by `;`. */
  initial?: string;
  /** Whether several may be chosen. */
  several?: boolean;
};

/**
 * A unit chosen by typing part of its name or code; accents do not matter. The field holds codes, so it
 * works by typing them too, without any script.
 */
export function UnitPicker({
  name,
  label,
  hint,
  errors: given,
  optional = false,
  initial = "",
  several = false,
}: Props) {
  const answer = useAnswer(name);
  const errors = given ?? answer?.errors;
  const [text, setText] = useState(answer?.text ?? initial);
  const [found, setFound] = useState<FoundUnitRow[]>([]);
  const [at, setAt] = useState(-1);
  const [names, setNames] = useState<Record<string, string>>({});
  // A code that stands there already, or that one has left, is not searched for.
  const [typing, setTyping] = useState(false);
  const listId = useId();
  const wanted = several ? (text.split(";").at(-1) ?? "").trim() : text.trim();
  const chosen = Object.entries(names).filter(([code]) => codesIn(text).includes(code));

  useEffect(() => {
    if (!typing || wanted === "" || names[wanted]) return setFound([]);
    const request = new AbortController();
    const wait = setTimeout(() => {
      fetch(`/api/v1/units?query=${encodeURIComponent(wanted)}`, { signal: request.signal })
        .then((answer) => (answer.ok ? answer.json() : []))
        .then((rows: FoundUnitRow[]) => setFound(rows.slice(0, 8)))
        .catch(() => undefined);
    }, 150);
    return () => {
      clearTimeout(wait);
      request.abort();
    };
  }, [typing, wanted, names]);

  function choose({ code, name: unitName }: FoundUnitRow) {
    setNames({ ...names, [code]: unitName });
    setText(several ? [...codesIn(text).slice(0, -1), code].join("; ") : code);
    setFound([]);
    setAt(-1);
  }

  function onKeyDown(event: React.KeyboardEvent) {
    if (found.length === 0) return;
    if (event.key === "ArrowDown") setAt((at + 1) % found.length);
    else if (event.key === "ArrowUp") setAt((at - 1 + found.length) % found.length);
    else if (event.key === "Escape") setFound([]);
    else if (event.key === "Enter" && found[at]) choose(found[at]);
    else return;
    event.preventDefault();
  }

  return (
    <Field name={name} label={label} errors={errors} optional={optional} {...(hint ? { hint } : {})}>
      <div className="relative max-w-xl">
        <input
          {...describedBy(name, Boolean(hint), errors)}
          type="text"
          role="combobox"
          aria-expanded={found.length > 0}
          aria-controls={listId}
          aria-activedescendant={at >= 0 ? `${listId}-${at}` : undefined}
          aria-autocomplete="list"
          autoComplete="off"
          placeholder="Gõ tên hoặc mã, không cần dấu"
          className={controlClass(Boolean(errors?.length))}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setTyping(true);
          }}
          onKeyDown={onKeyDown}
          onBlur={() =>
            setTimeout(() => {
              setFound([]);
              setTyping(false);
            }, 150)
          }
        />
        {found.length > 0 && (
          <div
            id={listId}
            role="listbox"
            aria-label={label}
            className="absolute z-20 mt-1 w-full overflow-hidden rounded-menu border border-line2 bg-surface shadow-float"
          >
            {found.map((unit, index) => (
              <button
                key={unit.code}
                id={`${listId}-${index}`}
                type="button"
                role="option"
                aria-selected={index === at}
                tabIndex={-1}
                className={`block w-full px-3 py-2 text-left hover:bg-hover ${index === at ? "bg-hover" : ""}`}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => choose(unit)}
              >
                <span className="block font-medium">
                  <Marked text={unit.name} typed={wanted} />
                </span>
                <span className="block text-note text-ink2">
                  {[unit.code, kindLabel(unit.kind), unit.ancestors.at(-1)].filter(Boolean).join(" · ")}
                </span>
              </button>
            ))}
          </div>
        )}
      </div>
      {chosen.length > 0 && (
        <p className="mt-1 text-note text-ink2" role="status">
          Đã chọn: <strong className="text-ink">{chosen.map(([, unitName]) => unitName).join("; ")}</strong>
        </p>
      )}
    </Field>
  );
}

const codesIn = (text: string): string[] => text.split(";").map((code) => code.trim());
