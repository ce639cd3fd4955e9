import "server-only";
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  ImageRun,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlignTable,
  WidthType,
  TableCell as WordCell,
  Table as WordTable,
} from "docx";
import { xmlText } from "@/lib/shared/xml-text";
import {
  type Align,
  type Block,
  type Line,
  PAGE,
  type Paper,
  runsOf,
  type Seal,
  type Signature,
  TABLE_SIZE,
  type Table,
  type TableCell,
  TEXT_SIZE,
} from "./paper";
import { coreXml, undated } from "./same-bytes";

const FONT = "Times New Roman";
const TWIPS_PER_MM = 1440 / 25.4;
const mm = (millimetres: number) => Math.round(millimetres * TWIPS_PER_MM);

const NONE = { style: BorderStyle.NONE, size: 0, color: "auto" } as const;
const NO_BORDERS = { top: NONE, bottom: NONE, left: NONE, right: NONE } as const;
const SIGN_ROOM = 1100;

/** A paper as a Word file. Text stays text: no field, macro or link can come in by a name. */
export async function writeWord(paper: Paper): Promise<Uint8Array> {
  const width = mm((paper.orientation === "portrait" ? PAGE.width : PAGE.height) - PAGE.left - PAGE.right);
  const document = new Document({
    title: xmlText(paper.name),
    creator: "",
    styles: {
      default: { document: { run: { font: FONT, size: TEXT_SIZE * 2, language: { value: "vi-VN" } } } },
    },
    sections: [
      {
        properties: {
          page: {
            size: {
              width: mm(PAGE.width),
              height: mm(PAGE.height),
              orientation:
                paper.orientation === "portrait" ? PageOrientation.PORTRAIT : PageOrientation.LANDSCAPE,
            },
            margin: {
              top: mm(PAGE.top),
              bottom: mm(PAGE.bottom),
              left: mm(PAGE.left),
              right: mm(PAGE.right),
            },
          },
        },
        footers: { default: footer(paper.foot ?? "", width) },
        children: [
          ...(paper.head ? headOf(paper.head, width) : []),
          ...(paper.title ?? []).map((line) => paragraph({ align: "center", ...line }, { after: 40 })),
          ...(paper.title?.length ? [gap()] : []),
          ...paper.blocks.flatMap((block) => blockOf(block, width)),
          ...(paper.signatures?.length ? signatureTable(paper.signatures, width) : []),
          ...(paper.seal ? sealOf(paper.seal) : []),
        ],
      },
    ],
  });
  if (!paper.madeAt) return new Uint8Array(await Packer.toBuffer(document));
  const core = { path: "docProps/core.xml", data: coreXml(paper.name, paper.madeAt) };
  return undated(await Packer.toBuffer(document, undefined, [core]));
}

function headOf(head: NonNullable<Paper["head"]>, width: number): (WordTable | Paragraph)[] {
  const parts = head.centre ? [head.left, head.centre, head.right] : [head.left, head.right];
  const shares = head.centre ? [28, 48, 24] : [45, 55];
  return [borderless([parts.map((lines) => lines.map((line) => centred(line)))], shares, width), gap()];
}

function signatureTable(signatures: readonly Signature[], width: number): (WordTable | Paragraph)[] {
  const column = ({ above, below = [] }: Signature) => [
    ...above.map((line) => centred(line, { keepNext: true })),
    new Paragraph({ spacing: { before: SIGN_ROOM }, keepNext: below.length > 0 }),
    ...below.map((line) => centred(line)),
  ];
  return [
    gap(),
    borderless(
      [signatures.map(column)],
      signatures.map(() => 1),
      width,
    ),
  ];
}

function borderless(rows: Paragraph[][][], shares: number[], width: number): WordTable {
  const widths = widthsOf(shares, width);
  return new WordTable({
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: { ...NO_BORDERS, insideHorizontal: NONE, insideVertical: NONE },
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (children, place) =>
              new WordCell({
                children: children.length > 0 ? children : [new Paragraph("")],
                borders: NO_BORDERS,
                width: { size: widths[place] ?? 0, type: WidthType.DXA },
              }),
          ),
        }),
    ),
  });
}

function blockOf(block: Block, width: number): (WordTable | Paragraph)[] {
  switch (block.is) {
    case "heading":
      return [paragraph({ bold: true, ...block }, { before: 160, after: 80, keepNext: true })];
    case "paragraph":
      return [
        paragraph(
          { align: "justify", ...block },
          { after: 80, ...(block.firstLine ? { firstLine: 567 } : {}) },
        ),
      ];
    case "list":
      return block.items.map((text) =>
        paragraph(
          { text: [{ text: "–\t" }, ...runsOf({ text })], align: "left", size: block.size ?? TEXT_SIZE },
          { after: 60, hanging: 340 },
        ),
      );
    case "table":
      return [tableOf(block.table, width), gap()];
    case "pageBreak":
      return [new Paragraph({ pageBreakBefore: true })];
  }
}

function tableOf({ columns, head, body }: Table, width: number): WordTable {
  const widths = widthsOf(
    columns.map((column) => column.width),
    width,
  );
  const row = (cells: readonly TableCell[], tableHeader: boolean) =>
    new TableRow({
      tableHeader,
      cantSplit: true,
      children: cells.map((cell, place) => {
        const align = cell.align ?? (tableHeader ? "center" : (columns[place]?.align ?? "left"));
        return new WordCell({
          verticalAlign: tableHeader ? VerticalAlignTable.CENTER : VerticalAlignTable.TOP,
          margins: { left: 70, right: 70, top: 20, bottom: 20 },
          ...(cell.colSpan ? { columnSpan: cell.colSpan } : {}),
          ...(cell.rowSpan ? { rowSpan: cell.rowSpan } : {}),
          children: [
            paragraph(
              { size: TABLE_SIZE, ...cell, align, ...(tableHeader ? { bold: cell.bold ?? true } : {}) },
              cell.indent ? { left: cell.indent * 200 } : {},
            ),
          ],
        });
      }),
    });
  return new WordTable({
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    rows: [...head.map((cells) => row(cells, true)), ...body.map((cells) => row(cells, false))],
  });
}

const widthsOf = (shares: readonly number[], width: number): number[] => {
  const all = shares.reduce((sum, share) => sum + share, 0) || 1;
  return shares.map((share) => Math.round((share / all) * width));
};

type Spacing = {
  before?: number;
  after?: number;
  left?: number;
  firstLine?: number;
  hanging?: number;
  keepNext?: boolean;
};

const ALIGNMENT: Record<Align, (typeof AlignmentType)[keyof typeof AlignmentType]> = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justify: AlignmentType.JUSTIFIED,
};

const centred = (line: Line, spacing: Spacing = {}) => paragraph({ align: "center", ...line }, spacing);

function paragraph(line: Line, { before = 0, after = 0, left, firstLine, hanging, keepNext }: Spacing = {}) {
  return new Paragraph({
    alignment: ALIGNMENT[line.align ?? "left"],
    spacing: { before, after },
    indent: {
      ...(left || hanging ? { left: left ?? hanging ?? 0 } : {}),
      ...(firstLine ? { firstLine } : {}),
      ...(hanging ? { hanging } : {}),
    },
    ...(keepNext ? { keepNext } : {}),
    children: runsOf(line).flatMap(({ text, bold, italic, underline }) =>
      xmlText(text)
        .split("\n")
        .map(
          (piece, place) =>
            new TextRun({
              text: piece,
              ...(place > 0 ? { break: 1 } : {}),
              ...(bold ? { bold } : {}),
              ...(italic ? { italics: true } : {}),
              ...(underline ? { underline: {} } : {}),
              size: Math.round((line.size ?? TEXT_SIZE) * 2),
            }),
        ),
    ),
  });
}

const gap = () => new Paragraph({ spacing: { before: 0, after: 0, line: 200 } });

function sealOf({ png, caption }: Seal): Paragraph[] {
  return [
    new Paragraph({
      spacing: { before: 120 },
      keepNext: true,
      children: [
        new ImageRun({
          type: "png",
          data: png,
          transformation: { width: 90, height: 90 },
          altText: { id: "1", name: "QR", title: caption, description: caption },
        }),
      ],
    }),
    paragraph({ text: caption, size: 9 }),
  ];
}

function footer(foot: string, width: number): Footer {
  return new Footer({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: width }],
        children: [
          new TextRun({ text: `${xmlText(foot)}\t`, size: 18 }),
          new TextRun({
            children: ["Trang ", PageNumber.CURRENT, "/", PageNumber.TOTAL_PAGES],
            size: 18,
          }),
        ],
      }),
    ],
  });
}
