import type { Align, Block, Paper, TableCell } from "@/lib/platform/documents/paper";
import { formPaper } from "@/lib/reports/export/form";
import { formatDay, isDay } from "@/lib/shared/days";
import { formatNumber, formatPercent } from "@/lib/shared/ratio";
import type { FrozenCell, FrozenSheet, SnapshotContent } from "../rules/content";
import { approvalInGroups, hashInGroups, type SnapshotLine } from "../rules/snapshot";

/** A cell as it is read: 1.905, 23,17 %, 04/05/2024. */
export function cellText(cell: FrozenCell, kind: FrozenSheet["columns"][number]["kind"]): string {
  if (cell === null) return "";
  if (typeof cell === "object") return formatDay(cell.date);
  if (typeof cell === "boolean") return cell ? "có" : "không";
  if (typeof cell === "number") return kind === "percent" ? formatPercent(cell) : formatNumber(cell);
  return kind === "day" && isDay(cell) ? formatDay(cell) : cell;
}

export const isNumeric = (kind: FrozenSheet["columns"][number]["kind"]): boolean =>
  kind === "number" || kind === "percent";

/** Who answers for a snapshot, and how to verify it: on every paper of it. */
export function sealLines({
  hash,
  madeByName,
  madeOn,
  approvedByName,
  approvedOn,
  approvalCode,
}: SnapshotLine): string[] {
  return [
    `Người lập: ${madeByName}, ngày ${formatDay(madeOn)}`,
    approvedOn === null
      ? "Chưa phê duyệt"
      : `Người phê duyệt: ${approvedByName}, ngày ${formatDay(approvedOn)}`,
    `Mã kiểm tra (SHA-256): ${hashInGroups(hash)}`,
    ...(approvalCode === null ? [] : [`Mã phê duyệt: ${approvalInGroups(approvalCode)}`]),
  ];
}

/** Columns of a page beyond which a table goes on beneath, with its first columns again. */
const MOST_COLUMNS = 12;
const REPEATED = 2;

/**
 * A snapshot as it is signed: the official form where it has one, else its sheets as tables; the hash, and a QR
 * code that leads to its verification.
 */
export function snapshotPaper(line: SnapshotLine, content: SnapshotContent, qr: Uint8Array): Paper {
  const { title, unit, parameters, sheets } = content;
  const proof = {
    madeAt: new Date(line.madeAt),
    seal: { png: qr, caption: sealLines(line).join("\n") },
    foot: `Bản chốt ngày ${formatDay(line.madeOn)} · ${hashInGroups(line.hash).slice(0, 17)}`,
  };
  const [first, ...others] = sheets;
  if (first?.frame) {
    const columns = first.columns.map((column) => ({ ...column, width: column.width ?? 10 }));
    const form = formPaper({ ...first, ...first.frame, columns });
    const more = others.flatMap((sheet) => sheetBlocks(sheet, true));
    return { ...form, ...proof, blocks: [...form.blocks, ...more] };
  }
  return {
    ...proof,
    name: title,
    orientation: "landscape",
    head: {
      left: [{ text: unit.name.toUpperCase(), bold: true }],
      right: [{ text: "ĐẢNG CỘNG SẢN VIỆT NAM", bold: true }],
    },
    title: [
      { text: title.toUpperCase(), bold: true },
      {
        text: `Từ ${formatDay(parameters.from)} đến ${formatDay(parameters.to)}, số liệu có đến ${formatDay(parameters.asOf)}`,
        italic: true,
      },
    ],
    blocks: sheets.flatMap((sheet, place) => sheetBlocks(sheet, place > 0)),
    signatures: [
      { above: [{ text: "NGƯỜI LẬP BIỂU", bold: true }], below: [{ text: line.madeByName }] },
      {
        above: [{ text: "NGƯỜI PHÊ DUYỆT", bold: true }],
        below: [{ text: line.approvedByName ?? "" }],
      },
    ],
  };
}

/** `named`: the first table needs no name beneath the title. */
function sheetBlocks({ name, columns, rows }: FrozenSheet, named: boolean): Block[] {
  return [
    ...(named ? [{ is: "heading", text: name } as const] : []),
    ...pages(columns.length).map((shown): Block => {
      const cell = (row: readonly FrozenCell[], at: number): TableCell => ({
        text: cellText(row[at] ?? null, columns[at]?.kind ?? "text"),
        size: 9,
      });
      return {
        is: "table",
        table: {
          columns: shown.map((at) => ({
            width: columns[at]?.width ?? 10,
            align: (isNumeric(columns[at]?.kind ?? "text") ? "right" : "left") as Align,
          })),
          head: [
            shown.map((at) => ({
              text: columns[at]?.title ?? "",
              bold: true,
              align: "center" as const,
              size: 9,
            })),
          ],
          body: rows.map((row) => shown.map((at) => cell(row, at))),
        },
      };
    }),
  ];
}

/** The columns of each table: so many that they can be read, the first ones in each. */
function pages(columns: number): number[][] {
  const all = Array.from({ length: columns }, (_, at) => at);
  if (columns <= MOST_COLUMNS) return [all];
  const first = all.slice(0, REPEATED);
  const rest = all.slice(REPEATED);
  const room = MOST_COLUMNS - REPEATED;
  return Array.from({ length: Math.ceil(rest.length / room) }, (_, page) => [
    ...first,
    ...rest.slice(page * room, (page + 1) * room),
  ]);
}
