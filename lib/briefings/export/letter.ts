import type { Block, Paper } from "@/lib/platform/documents/paper";
import { formatDay } from "@/lib/shared/days";
import { paragraphLabel } from "../labels";
import type { LetterPage } from "../queries/letters";
import { changedByHand, shownText } from "../rules/edits";
import { monthName } from "../rules/letter/change";
import { committeeSignature, paperHead, reportNumber } from "./head";

/** The letter as it goes out; what was changed by hand is told at its end. */
export function letterPaper({ letter, line, paragraphs, today }: LetterPage): Paper {
  const { unit, month, documentNumber, issuedOn, asOf } = letter;
  const title = `tình hình phát triển đảng viên ${monthName(month).toLowerCase()}`;
  const byHand = changedByHand(paragraphs).map(({ typed, counted }) =>
    counted === null ? typed : `${typed} (phần mềm đếm ${counted.text})`,
  );
  const note: Block[] =
    byHand.length === 0
      ? []
      : [{ is: "paragraph", italic: true, size: 11, text: `Số ghi tay: ${byHand.join("; ")}.` }];
  return {
    name: `Báo cáo ${title}, ${unit.name}`,
    orientation: "portrait",
    head: paperHead(line, reportNumber(line, documentNumber), issuedOn ?? today),
    title: [
      { text: "BÁO CÁO", bold: true, size: 15 },
      { text: title, bold: true },
    ],
    blocks: [
      ...paragraphs.map(
        (paragraph): Block => ({
          is: "paragraph",
          firstLine: true,
          text: [{ text: `${paragraphLabel(paragraph.key)}. `, bold: true }, { text: shownText(paragraph) }],
        }),
      ),
      ...note,
    ],
    signatures: [
      { above: [{ text: "Nơi nhận:", bold: true, italic: true, align: "left" }] },
      committeeSignature(line),
    ],
    foot: `Số liệu đến ngày ${formatDay(asOf)}.${issuedOn === null ? " Bản thảo, chưa phát hành." : ""}`,
  };
}

/** "thu-2026-11.docx". */
export const letterFileName = ({ letter }: Pick<LetterPage, "letter">): `${string}.docx` =>
  `thu-${letter.unit.code.toLowerCase().replace(/[^a-z0-9.-]+/g, "-")}-${letter.month.slice(0, 7)}.docx`;
