import type { LetterUnit } from "@/lib/forms/rules/letterhead";
import type { FormFacts } from "@/lib/forms/rules/record";
import type { Step } from "@/lib/pipeline/rules/step";
import { zip } from "@/lib/platform/spreadsheet/zip-stream";
import { aStep, READY } from "./pipeline";

/** A cell of a commune of a district that decides, in a province. */
export const A_LINE: [LetterUnit, ...LetterUnit[]] = [
  { id: 4, name: "Chi bộ thôn Phước Thọ 2", kind: "CELL", mayDecide: false },
  { id: 3, name: "Đảng bộ xã Ea Phê", kind: "BASE_COMMITTEE", mayDecide: false },
  { id: 2, name: "Đảng bộ huyện Krông Pắc", kind: "UPPER", mayDecide: true },
  { id: 1, name: "Đảng bộ tỉnh Đắk Lắk", kind: "PROVINCE", mayDecide: false },
];

const votes = { convened: 18, present: 17, agreed: 16, disagreed: 1, other: 0 };

/** Everything from the introduction to the recognition. */
export const FULL_LIFE: readonly Step[] = [
  ...READY,
  aStep({ kind: "cvDeclared", onDay: "2023-09-12", documentNumber: null, data: {} }),
  aStep({
    kind: "cellVoted",
    onDay: "2024-05-03",
    documentNumber: "07-NQ/CB",
    data: { votes, passed: true, ballot: "secret" },
  }),
  aStep({
    kind: "baseVoted",
    onDay: "2024-05-20",
    documentNumber: "21-NQ/ĐU",
    data: { votes: { ...votes, agreed: 17, disagreed: 0 }, passed: true, ballot: "card" },
  }),
  aStep({
    kind: "decisionVoted",
    onDay: "2024-06-10",
    documentNumber: "15-NQ/BTV",
    data: { votes: null, passed: true },
  }),
  aStep({
    kind: "decided",
    onDay: "2024-06-12",
    documentNumber: "83-QĐ/HU",
    data: { receivedOn: "2024-06-14" },
  }),
  aStep({
    kind: "admitted",
    onDay: "2024-06-20",
    documentNumber: null,
    data: { helper: "Nguyễn Văn Bình" },
  }),
  aStep({ kind: "newMemberCertified", onDay: "2024-12-01", documentNumber: "31/ĐVM", data: {} }),
  aStep({
    kind: "recognitionVoted",
    onDay: "2025-06-25",
    documentNumber: "19-NQ/CB",
    data: { votes, passed: true, ballot: "secret" },
  }),
  aStep({
    kind: "recognised",
    onDay: "2025-06-20",
    documentNumber: "112-QĐ/HU",
    data: { decidedOn: "2025-07-15" },
  }),
];

/** A person and their dossier as forms need them. */
export function someFacts(told: Partial<FormFacts> = {}): FormFacts {
  return {
    person: {
      name: "Nguyễn Thị Hường",
      birthDate: "1998-08-12",
      birthYear: 1998,
      sex: "female",
      ethnicity: "12",
      religion: "none",
      occupation: "8",
      education: "upperSecondary",
      profession: "university",
      politicalTheory: "elementary",
    },
    source: "UNION",
    steps: FULL_LIFE,
    line: A_LINE,
    ...told,
  };
}

const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships";
const MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** The smallest Word file with these paragraphs; parts may be added or replaced. */
export async function aWordFile(
  paragraphs: readonly string[],
  parts: Record<string, string> = {},
): Promise<Uint8Array> {
  const body = paragraphs.map((text) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`);
  const all: Record<string, string> = {
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${MAIN}"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="${RELATIONSHIPS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/document.xml": `<w:document xmlns:w="${W}"><w:body>${body.join("")}</w:body></w:document>`,
    ...parts,
  };
  return aZip(Object.entries(all));
}

/** A ZIP archive of texts, names as they come. */
export async function aZip(parts: readonly (readonly [string, string])[]): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of zip(parts.map(([name, content]) => ({ name, content: [content] }))))
    chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** The relationships of the document with one that leads outside. */
export const linkedOutside = (type: string, target: string): Record<string, string> => ({
  "word/_rels/document.xml.rels": `<Relationships xmlns="${RELATIONSHIPS}"><Relationship Id="rId9" Type="${OFFICE}/${type}" Target="${target}" TargetMode="External"/></Relationships>`,
});
