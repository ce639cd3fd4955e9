const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

const FONTS = [
  '<sz val="11"/><name val="Times New Roman"/>',
  '<b/><sz val="11"/><name val="Times New Roman"/>',
  '<b/><sz val="14"/><name val="Times New Roman"/>',
  '<i/><sz val="11"/><name val="Times New Roman"/>',
];
const [PLAIN, BOLD, TITLE, ITALIC] = [0, 1, 2, 3];

const LINE = '<left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/><diagonal/>';

/** Number formats: whole with thousands, two decimals of a per cent, text, day, one decimal. */
const FORMAT = { number: 3, percent: 10, text: 49, day: 164, decimal: 165 };

type Look = { format?: number; font?: number; lined?: boolean; align?: string; indent?: number };

const look = ({ format = 0, font = PLAIN, lined = false, align, indent }: Look): string =>
  `<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="${lined ? 1 : 0}" xfId="0" applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1"><alignment vertical="center" wrapText="1"${align ? ` horizontal="${align}"` : ""}${indent ? ` indent="${indent}"` : ""}/></xf>`;

/** The looks of a framed sheet, after those of a plain table; in the order of `FRAMED`. */
const LOOKS: Look[] = [
  { format: FORMAT.text, align: "center" },
  { format: FORMAT.text, font: BOLD, align: "center" },
  { format: FORMAT.text, font: TITLE, align: "center" },
  { format: FORMAT.text, font: ITALIC, align: "center" },
  { format: FORMAT.text, font: ITALIC, align: "left" },
  { format: FORMAT.text, font: BOLD, lined: true, align: "center" },
  { format: FORMAT.text, font: ITALIC, lined: true, align: "center" },
  { format: FORMAT.text, lined: true, align: "center" },
  { format: FORMAT.text, lined: true, align: "right" },
  ...[0, 1, 2, 3].map((indent) => ({
    format: FORMAT.text,
    lined: true,
    align: "left",
    indent,
    ...(indent === 0 ? { font: BOLD } : {}),
  })),
  { format: FORMAT.text, lined: true, align: "left" },
  ...[PLAIN, BOLD].flatMap((font) =>
    [FORMAT.number, FORMAT.decimal, FORMAT.percent].map((format) => ({
      format,
      font,
      lined: true,
      align: "right",
    })),
  ),
  { format: FORMAT.day, lined: true, align: "center" },
];

const PLAIN_LOOKS = 6;

/** The numbers of the looks of a framed sheet. */
export const FRAMED = {
  centred: PLAIN_LOOKS,
  name: PLAIN_LOOKS + 1,
  title: PLAIN_LOOKS + 2,
  under: PLAIN_LOOKS + 3,
  note: PLAIN_LOOKS + 4,
  header: PLAIN_LOOKS + 5,
  numbering: PLAIN_LOOKS + 6,
  mark: PLAIN_LOOKS + 7,
  held: PLAIN_LOOKS + 8,
  indented: PLAIN_LOOKS + 9,
  text: PLAIN_LOOKS + 13,
  number: PLAIN_LOOKS + 14,
  bold: 3,
  day: PLAIN_LOOKS + 20,
} as const;

/** `xl/styles.xml`: first what plain tables use, then the looks of framed sheets. */
export const STYLES = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="#,##0.0"/></numFmts><fonts count="${FONTS.length}">${FONTS.map((font) => `<font>${font}</font>`).join("")}</fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="2"><border/><border>${LINE}</border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="${PLAIN_LOOKS + LOOKS.length}"><xf/><xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="3" applyNumberFormat="1"/><xf numFmtId="10" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf fontId="1" applyFont="1" applyAlignment="1"><alignment wrapText="1" vertical="center"/></xf>${LOOKS.map(look).join("")}</cellXfs></styleSheet>`;
