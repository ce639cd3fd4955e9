import type { Block, Paper } from "@/lib/platform/documents/paper";
import { formPaper, tableBlocks } from "@/lib/reports/export/form";
import { formatDay } from "@/lib/shared/days";
import type { FrozenSheet, SnapshotContent } from "../rules/content";
import { approvalInGroups, hashInGroups, type SnapshotLine } from "../rules/snapshot";

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

/**
 * A snapshot as it is signed: the report's form, its other sheets as tables; the hash, and a QR code that leads to its
 * verification.
 */
export function snapshotPaper(
  line: SnapshotLine,
  { sheets }: Pick<SnapshotContent, "sheets">,
  qr: Uint8Array,
): Paper {
  const [{ frame, ...first }, ...others] = sheets;
  const form = formPaper({ ...first, ...frame, columns: columnsOf(first) });
  return {
    ...form,
    madeAt: new Date(line.madeAt),
    seal: { png: qr, caption: sealLines(line).join("\n") },
    foot: `Bản chốt ngày ${formatDay(line.madeOn)} · ${hashInGroups(line.hash).slice(0, 17)}`,
    blocks: [...form.blocks, ...others.flatMap(sheetBlocks)],
  };
}

const sheetBlocks = (sheet: FrozenSheet): Block[] => [
  { is: "heading", text: sheet.name },
  ...tableBlocks({ columns: columnsOf(sheet), numbering: [], rows: sheet.rows, levels: [], indented: -1 }),
];

const USUAL_WIDTH = 12;

const columnsOf = ({ columns }: Pick<FrozenSheet, "columns">) =>
  columns.map((column) => ({ ...column, width: column.width ?? USUAL_WIDTH }));
