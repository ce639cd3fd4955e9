"use client";

import { ChevronDown, ChevronRight } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { kindLabel, typeLabel } from "@/lib/organisation/labels";
import type { UnitTreeRow } from "@/lib/organisation/queries/tree";
import { formatNumber } from "@/lib/shared/ratio";

type Props = { rows: UnitTreeRow[]; here: string };

/** The organisation as a tree whose branches load when they are opened. */
export function UnitTree({ rows, here }: Props) {
  return (
    <ul className="divide-y divide-line">
      {rows.map((row) => (
        <Branch key={row.code} row={row} here={here} depth={0} />
      ))}
    </ul>
  );
}

type Loading = "idle" | "loading" | "failed";

function Branch({ row, here, depth }: { row: UnitTreeRow; here: string; depth: number }) {
  const [rows, setRows] = useState(row.rows);
  const [open, setOpen] = useState(row.rows !== null);
  const [loading, setLoading] = useState<Loading>("idle");

  async function toggle() {
    setOpen(!open);
    if (open || rows !== null) return;
    setLoading("loading");
    try {
      setRows(await fetchRows(row.code));
      setLoading("idle");
    } catch {
      setLoading("failed");
    }
  }

  return (
    <li>
      <div
        className={`flex min-h-12 items-center gap-1 pr-4 hover:bg-hover phone:min-h-10 ${row.code === here ? "bg-hover" : ""}`}
        style={{ paddingLeft: `${8 + depth * 22}px` }}
      >
        {row.children > 0 ? (
          <Toggle open={open} name={row.name} onToggle={toggle} />
        ) : (
          <span className="w-9 shrink-0" />
        )}
        <div className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-3 py-1.5">
          <Link
            className="min-w-0 font-medium text-ink underline-offset-4 hover:underline"
            href={`/organisation/${encodeURIComponent(row.code)}`}
            aria-current={row.code === here ? "true" : undefined}
          >
            {row.name}
          </Link>
          <span className="text-note text-ink3">{row.type ? typeLabel(row.type) : kindLabel(row.kind)}</span>
        </div>
        <Members row={row} />
      </div>
      {open && rows === null && <Waiting loading={loading} depth={depth} onRetry={toggle} />}
      {open && rows !== null && (
        <ul className="divide-y divide-line border-t border-line">
          {rows.map((child) => (
            <Branch key={child.code} row={child} here={here} depth={depth + 1} />
          ))}
        </ul>
      )}
    </li>
  );
}

async function fetchRows(code: string): Promise<UnitTreeRow[]> {
  const answer = await fetch(`/api/v1/units?beneath=${encodeURIComponent(code)}`);
  if (!answer.ok) throw new Error(`units beneath ${code}: ${answer.status}`);
  return answer.json();
}

function Toggle({ open, name, onToggle }: { open: boolean; name: string; onToggle: () => void }) {
  const Icon = open ? ChevronDown : ChevronRight;
  return (
    <button
      type="button"
      className="grid size-9 shrink-0 place-items-center rounded text-ink2 hover:bg-sunken"
      aria-expanded={open}
      aria-label={`Các đơn vị trực thuộc ${name}`}
      onClick={onToggle}
    >
      <Icon size={18} aria-hidden />
    </button>
  );
}

function Members({ row }: { row: UnitTreeRow }) {
  if (row.members === null) return null;
  return (
    <span className="shrink-0 whitespace-nowrap text-note text-ink2 tabular-nums">
      {formatNumber(row.members)}&nbsp;đảng&nbsp;viên
    </span>
  );
}

function Waiting({ loading, depth, onRetry }: { loading: Loading; depth: number; onRetry: () => void }) {
  const indent = { paddingLeft: `${52 + depth * 22}px` };
  if (loading === "failed") {
    return (
      <p className="py-2 text-staff text-red-hover" style={indent} role="alert">
        Chưa tải được các đơn vị trực thuộc.{" "}
        <button type="button" className="underline underline-offset-4" onClick={onRetry}>
          Đóng rồi mở lại
        </button>
      </p>
    );
  }
  return (
    <p className="py-2 text-staff text-ink3" style={indent} role="status">
      Đang đọc các đơn vị trực thuộc
    </p>
  );
}
