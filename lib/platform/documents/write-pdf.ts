import "server-only";
import path from "node:path";
import pdfmake from "pdfmake";
import type {
  Column,
  Content,
  ContentTable,
  TableCell as PdfCell,
  TDocumentDefinitions,
} from "pdfmake/interfaces";
import { xmlText } from "@/lib/shared/xml-text";
import {
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

const FONTS = path.join(/* turbopackIgnore: true */ process.cwd(), "node_modules/@expo-google-fonts/tinos");
const face = (name: string) => path.join(FONTS, name, `Tinos_${name}.ttf`);

pdfmake.addFonts({
  Tinos: {
    normal: face("400Regular"),
    bold: face("700Bold"),
    italics: face("400Regular_Italic"),
    bolditalics: face("700Bold_Italic"),
  },
});
// A text never makes the writer fetch or open anything.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((file) => file.startsWith(FONTS));

const POINTS_PER_MM = 72 / 25.4;
const mm = (millimetres: number) => millimetres * POINTS_PER_MM;
const RULE = 0.5;
const PADDING = 3;
const SIGN_ROOM = 55;

/** A paper as PDF, its font inside, Times' free twin with every Vietnamese letter. */
export async function writePdf(paper: Paper): Promise<Uint8Array> {
  const width = mm((paper.orientation === "portrait" ? PAGE.width : PAGE.height) - PAGE.left - PAGE.right);
  const definition: TDocumentDefinitions = {
    info: { title: paper.name, creator: "", producer: "" },
    language: "vi-VN",
    pageSize: "A4",
    pageOrientation: paper.orientation,
    pageMargins: [mm(PAGE.left), mm(PAGE.top), mm(PAGE.right), mm(PAGE.bottom)],
    defaultStyle: { font: "Tinos", fontSize: TEXT_SIZE },
    footer: (page, pages) => ({
      margin: [mm(PAGE.left), 14, mm(PAGE.right), 0],
      fontSize: 9,
      columns: [
        { width: "*", text: clean(paper.foot ?? "") },
        { width: 70, text: `Trang ${page}/${pages}`, alignment: "right" },
      ],
    }),
    content: [
      ...(paper.head ? [headOf(paper.head)] : []),
      ...(paper.title ?? []).map((line) => lineOf({ align: "center", ...line })),
      ...(paper.title?.length ? [gap()] : []),
      ...paper.blocks.flatMap((block) => blockOf(block, width)),
      ...(paper.signatures?.length || paper.seal ? [endOf(paper)] : []),
    ],
  };
  return new Uint8Array(await pdfmake.createPdf(definition).getBuffer());
}

/** Letters with marks in one piece, as the font holds them; tabs have no width in a PDF. */
const clean = (text: string) => xmlText(text).normalize("NFC").replaceAll("\t", "  ");

function lineOf(line: Line, margin: [number, number, number, number] = [0, 0, 0, 2]): Content {
  return {
    text: runsOf(line).map(({ text, bold, italic, underline }) => ({
      text: clean(text),
      ...(bold ? { bold } : {}),
      ...(italic ? { italics: true } : {}),
      ...(underline ? { decoration: "underline" as const } : {}),
    })),
    alignment: line.align ?? "left",
    fontSize: line.size ?? TEXT_SIZE,
    margin,
  };
}

const gap = (): Content => ({ text: " ", fontSize: 6 });
const centred = (line: Line) => lineOf({ align: "center", ...line });

function headOf(head: NonNullable<Paper["head"]>): Content {
  const parts = head.centre ? [head.left, head.centre, head.right] : [head.left, head.right];
  const shares = head.centre ? ["28%", "48%", "24%"] : ["45%", "55%"];
  return {
    columns: parts.map((lines, place) => ({ width: shares[place] ?? "*", stack: lines.map(centred) })),
    margin: [0, 0, 0, 8],
  };
}

function endOf({ signatures = [], seal }: Paper): Content {
  const column = ({ above, below = [] }: Signature): Column => ({
    width: "*",
    stack: [...above.map(centred), { text: " ", margin: [0, SIGN_ROOM, 0, 0] }, ...below.map(centred)],
  });
  return {
    unbreakable: true,
    stack: [
      ...(signatures.length > 0 ? [gap(), { columns: signatures.map(column) }] : []),
      ...(seal ? [sealOf(seal)] : []),
    ],
  };
}

function sealOf({ png, caption }: Seal): Content {
  return {
    margin: [0, 8, 0, 0],
    stack: [
      { image: `data:image/png;base64,${Buffer.from(png).toString("base64")}`, width: 70 },
      { text: clean(caption), fontSize: 9 },
    ],
  };
}

function blockOf(block: Block, width: number): Content[] {
  switch (block.is) {
    case "heading":
      return [lineOf({ bold: true, ...block }, [0, 8, 0, 4])];
    case "paragraph": {
      const line = lineOf({ align: "justify", ...block }, [0, 0, 0, 4]);
      return [block.firstLine ? Object.assign(line, { leadingIndent: mm(10) }) : line];
    }
    case "list":
      return block.items.map((text) => ({
        columns: [
          { width: 14, text: "–", fontSize: block.size ?? TEXT_SIZE },
          { width: "*", ...Object(lineOf({ text, size: block.size ?? TEXT_SIZE }, [0, 0, 0, 3])) },
        ],
      }));
    case "table":
      return [tableOf(block.table, width), gap()];
    case "pageBreak":
      return [{ text: "", pageBreak: "after" }];
  }
}

function tableOf({ columns, head, body }: Table, width: number): ContentTable {
  const room = width - columns.length * 2 * PADDING - (columns.length + 1) * RULE;
  const all = columns.reduce((sum, column) => sum + column.width, 0) || 1;
  const cellOf = (cell: TableCell, place: number, inHead: boolean): PdfCell => ({
    ...Object(
      lineOf(
        {
          size: TABLE_SIZE,
          ...cell,
          align: cell.align ?? (inHead ? "center" : (columns[place]?.align ?? "left")),
          ...(inHead ? { bold: cell.bold ?? true } : {}),
        },
        [(cell.indent ?? 0) * 10, 0, 0, 0],
      ),
    ),
    ...(cell.colSpan ? { colSpan: cell.colSpan } : {}),
    ...(cell.rowSpan ? { rowSpan: cell.rowSpan } : {}),
  });
  return {
    layout: {
      hLineWidth: () => RULE,
      vLineWidth: () => RULE,
      paddingLeft: () => PADDING,
      paddingRight: () => PADDING,
      paddingTop: () => 1.5,
      paddingBottom: () => 1.5,
    },
    table: {
      headerRows: head.length,
      dontBreakRows: true,
      widths: columns.map((column) => (column.width / all) * room),
      body: [
        ...spread(head, columns.length, (cell, place) => cellOf(cell, place, true)),
        ...spread(body, columns.length, (cell, place) => cellOf(cell, place, false)),
      ],
    },
  };
}

/** Rows of one cell a column: where a cell spans, empty ones stand for what it covers. */
function spread(
  rows: Table["body"],
  width: number,
  draw: (cell: TableCell, place: number) => PdfCell,
): PdfCell[][] {
  const covered = new Set<string>();
  return rows.map((cells, line) => {
    const queue = [...cells];
    const drawn: PdfCell[] = [];
    for (let place = 0; place < width; place++) {
      const cell = covered.has(`${line}:${place}`) ? undefined : queue.shift();
      drawn.push(cell ? draw(cell, place) : "");
      if (!cell) continue;
      for (let down = 0; down < (cell.rowSpan ?? 1); down++)
        for (let right = 0; right < (cell.colSpan ?? 1); right++)
          covered.add(`${line + down}:${place + right}`);
    }
    return drawn;
  });
}
