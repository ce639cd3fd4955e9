/** A piece of WordprocessingML that stands in the body of a document. */
export type Block = string;

/** Twips of the text between the margins of an upright A4 sheet. */
export const TEXT_WIDTH = 9354;

type Look = {
  align?: "left" | "center" | "right" | "both";
  /** Half points. */
  size?: number;
  bold?: boolean;
  italic?: boolean;
  /** First line's indent in twips. */
  indent?: number;
  /** Space above and below in twips. */
  before?: number;
  after?: number;
  keepNext?: boolean;
  pageBreakBefore?: boolean;
  /** Room left and right of the text in twips. */
  inset?: number;
  /** Where a dotted leader ends, in twips; none: at the right margin. */
  leaderTo?: number;
};

/**
 * A paragraph. In its text `**bold**`, `__italic__` and `++underlined++` are set so, and `~` is a dotted line
 * to the right margin.
 */
export function p(text: string, look: Look = {}): Block {
  const { align = "both", indent = 567, before = 0, after = 80, inset = 0, leaderTo = TEXT_WIDTH } = look;
  const leader = text.includes("~")
    ? `<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="${leaderTo}"/></w:tabs>`
    : "";
  return (
    `<w:p><w:pPr>${look.keepNext ? "<w:keepNext/>" : ""}${look.pageBreakBefore ? "<w:pageBreakBefore/>" : ""}${leader}` +
    `<w:spacing w:before="${before}" w:after="${after}"/>` +
    `<w:ind w:left="${inset}" w:right="${inset}" w:firstLine="${align === "both" ? indent : 0}"/>` +
    `<w:jc w:val="${leader && align === "both" ? "left" : align}"/></w:pPr>${runs(text, look)}</w:p>`
  );
}

/** The lines of a certificate: larger, from the left. */
export const CERTIFICATE: Look = { align: "left", size: 32, after: 160 };

/** A line without a first indent. */
export const flush = (text: string, look: Look = {}): Block => p(text, { indent: 0, ...look });
export const centred = (text: string, look: Look = {}): Block => p(text, { align: "center", ...look });

/** Empty dotted lines to write on. */
export const lines = (count: number): Block[] => Array.from({ length: count }, () => flush("~"));

/** Space of a signature by hand. */
export const gap = (count: number): string =>
  Array.from({ length: count }, () => centred("", { after: 0 })).join("");

const MARKS: Record<string, string> = {
  "**": "<w:b/>",
  __: "<w:i/>",
  "++": '<w:u w:val="single"/>',
};

function runs(text: string, { size, bold, italic }: Look): string {
  const on = new Set<string>();
  const parts = text.split(/(\*\*|__|\+\+|~)/);
  return parts
    .map((part) => {
      if (part in MARKS) {
        if (on.has(part)) on.delete(part);
        else on.add(part);
        return "";
      }
      if (part === "") return "";
      const marks = Object.keys(MARKS)
        .filter((mark) => on.has(mark) || (mark === "**" && bold) || (mark === "__" && italic))
        .map((mark) => MARKS[mark]);
      const sized = size ? `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>` : "";
      const ordered = [
        ...marks.filter((mark) => !mark?.startsWith("<w:u")),
        sized,
        ...marks.filter((mark) => mark?.startsWith("<w:u")),
      ];
      const properties = `<w:rPr>${ordered.join("")}</w:rPr>`;
      const content = part === "~" ? "<w:tab/>" : `<w:t xml:space="preserve">${escaped(part)}</w:t>`;
      return `<w:r>${properties}${content}</w:r>`;
    })
    .join("");
}

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** A table; cells hold blocks. Without borders it only lays out. */
export function table(
  widths: readonly number[],
  rows: readonly (readonly Block[])[],
  { borders = false, together = true }: { borders?: boolean; together?: boolean } = {},
): Block {
  const edge = (name: string) =>
    `<w:${name} w:val="${borders ? "single" : "nil"}"${borders ? ' w:sz="4" w:space="0" w:color="000000"' : ""}/>`;
  const edges = ["top", "left", "bottom", "right", "insideH", "insideV"].map(edge).join("");
  const cell = (blocks: Block, place: number) =>
    `<w:tc><w:tcPr><w:tcW w:w="${widths[place]}" w:type="dxa"/></w:tcPr>${blocks}</w:tc>`;
  return (
    `<w:tbl><w:tblPr><w:tblW w:w="${widths.reduce((sum, width) => sum + width, 0)}" w:type="dxa"/><w:jc w:val="center"/>` +
    `<w:tblBorders>${edges}</w:tblBorders><w:tblLayout w:type="fixed"/>` +
    `<w:tblCellMar><w:left w:w="${borders ? 80 : 0}" w:type="dxa"/><w:right w:w="${borders ? 80 : 0}" w:type="dxa"/></w:tblCellMar></w:tblPr>` +
    `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join("")}</w:tblGrid>` +
    rows
      .map(
        (cells) =>
          `<w:tr>${together ? "<w:trPr><w:cantSplit/></w:trPr>" : ""}${cells.map(cell).join("")}</w:tr>`,
      )
      .join("") +
    "</w:tbl>"
  );
}

/** How the sheet lies; a certificate lies across and has a frame. */
export type Sheet = "upright" | "certificate";

/** The files of a .docx with these blocks as its body. */
export function wordFiles(
  title: string,
  blocks: readonly Block[],
  sheet: Sheet,
): { name: string; text: string }[] {
  return [
    { name: "[Content_Types].xml", text: CONTENT_TYPES },
    { name: "_rels/.rels", text: PACKAGE_PARTS },
    { name: "docProps/core.xml", text: core(title) },
    {
      name: "word/document.xml",
      text: `${XML}<w:document ${NAMES}><w:body>${blocks.join("")}${section(sheet)}</w:body></w:document>`,
    },
    { name: "word/_rels/document.xml.rels", text: DOCUMENT_PARTS },
    { name: "word/styles.xml", text: STYLES },
    { name: "word/settings.xml", text: SETTINGS },
    { name: "word/header1.xml", text: PAGE_NUMBER },
  ];
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const NAMES = `xmlns:w="${W}" xmlns:r="${R}"`;
const FONT =
  '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/>';

/** A4; margins of 36-HD/VPTW: 20 mm above and below, 30 mm left, 15 mm right. Pages count from the second. */
function section(sheet: Sheet): string {
  const upright = sheet === "upright";
  return (
    `<w:sectPr><w:headerReference w:type="default" r:id="rId3"/>` +
    (upright
      ? '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/>'
      : '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1701" w:right="1701" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/>' +
        `<w:pgBorders w:offsetFrom="page">${["top", "left", "bottom", "right"].map((edge) => `<w:${edge} w:val="double" w:sz="12" w:space="24" w:color="000000"/>`).join("")}</w:pgBorders>`) +
    "<w:titlePg/></w:sectPr>"
  );
}

const CONTENT_TYPES = `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/word/settings.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/><Override PartName="/word/header1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`;

const PACKAGE_PARTS = `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${R}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`;

const DOCUMENT_PARTS = `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${R}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="${R}/settings" Target="settings.xml"/><Relationship Id="rId3" Type="${R}/header" Target="header1.xml"/></Relationships>`;

const core = (title: string): string =>
  `${XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escaped(title)}</dc:title><dc:language>vi-VN</dc:language></cp:coreProperties>`;

const STYLES = `${XML}<w:styles ${NAMES}><w:docDefaults><w:rPrDefault><w:rPr>${FONT}<w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="100" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:rPr>${FONT}</w:rPr></w:style></w:styles>`;

const SETTINGS = `${XML}<w:settings ${NAMES}><w:defaultTabStop w:val="567"/><w:characterSpacingControl w:val="doNotCompress"/></w:settings>`;

const PAGE_NUMBER = `${XML}<w:hdr ${NAMES}><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>`;
