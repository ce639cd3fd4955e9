import { officialDay } from "@/lib/organisation/rules/letterhead";
import type { Block, Paper, TableCell } from "@/lib/platform/documents/paper";
import { formatDay } from "@/lib/shared/days";
import { formatNumber } from "@/lib/shared/ratio";
import { outcomeLabel, topicLabel } from "../labels";
import type { BriefingPage } from "../queries/briefings";
import type { Commitment, Review } from "../rules/briefing";
import { committeeSignature, paperHead } from "./head";

/** The minutes of a briefing: who came, what came of what was agreed, what is difficult, what was agreed. */
export function minutesPaper(page: BriefingPage): Paper {
  const { briefing, line, beneath, raised, earlier, agreed, brought, caretakers } = page;
  const { unit, heldOn, place, ledBy, present } = briefing;
  const absent = beneath.filter(({ id }) => !present.includes(id));
  const named = ({ id, name }: { id: number; name: string }): TableCell[] => [
    { text: name },
    { text: caretakers[String(id)] ?? "" },
  ];
  const looked = beneath.filter(({ id }) => caretakers[String(id)] !== undefined);
  return {
    name: `Biên bản giao ban ngày ${formatDay(heldOn)}, ${unit.name}`,
    orientation: "portrait",
    head: paperHead(line, null, heldOn),
    title: [
      { text: "BIÊN BẢN", bold: true, size: 15 },
      { text: "hội nghị giao ban về công tác phát triển đảng viên", bold: true },
    ],
    blocks: [
      said(`Thời gian: ${officialDay(heldOn)}. Nơi họp: ${place}. Chủ trì: ${ledBy}.`),
      said(
        `Dự họp: ${formatNumber(present.length)} trong ${formatNumber(beneath.length)} đơn vị trực thuộc.${
          absent.length === 0 ? "" : ` Vắng: ${absent.map(({ name }) => name).join(", ")}.`
        }`,
      ),
      heading("Việc đã thống nhất ở các phiên trước"),
      brought.length === 0
        ? said("Không còn việc nào chưa kết thúc.")
        : table(
            [
              ["Đơn vị", 22],
              ["Việc", 36],
              ["Hạn", 14],
              ["Kết quả", 28],
            ],
            brought.map(({ commitment, review }) => [
              { text: doerOf(commitment) },
              { text: commitment.words },
              { text: formatDay(commitment.dueOn) },
              { text: resultOf(commitment, review) },
            ]),
          ),
      heading("Khó khăn, vướng mắc"),
      raised.length + earlier.length === 0
        ? said("Không đơn vị nào nêu khó khăn.")
        : table(
            [
              ["Đơn vị", 26],
              ["Loại", 22],
              ["Khó khăn", 52],
            ],
            [...raised, ...earlier].map(({ unit: of, topic, words, raisedOn }) => [
              { text: of.name },
              { text: topicLabel(topic) },
              {
                text: raisedOn < heldOn ? `${words} (nêu ngày ${formatDay(raisedOn)}, chưa tháo gỡ)` : words,
              },
            ]),
          ),
      heading("Việc thống nhất tại phiên này"),
      agreed.length === 0
        ? said("Không có việc nào.")
        : table(
            [
              ["Ai làm", 28],
              ["Việc", 54],
              ["Hạn", 18],
            ],
            agreed.map((commitment) => [
              { text: doerOf(commitment) },
              { text: commitment.words },
              { text: formatDay(commitment.dueOn) },
            ]),
          ),
      ...(looked.length === 0
        ? []
        : [
            heading("Cấp ủy viên phụ trách"),
            table(
              [
                ["Đơn vị", 50],
                ["Người phụ trách", 50],
              ],
              looked.map(named),
            ),
          ]),
    ],
    signatures: [{ above: [{ text: "NGƯỜI GHI BIÊN BẢN", bold: true }] }, committeeSignature(line)],
    foot: `Giao ban ngày ${formatDay(heldOn)}`,
  };
}

/** "bien-ban-giao-ban-2026-11-05.docx". */
export const minutesFileName = ({ briefing }: Pick<BriefingPage, "briefing">): `${string}.docx` =>
  `bien-ban-giao-ban-${briefing.heldOn}.docx`;

const doerOf = ({ doer, unit, committeeName, committeeId }: Commitment): string =>
  doer === "unit"
    ? unit.name
    : unit.id === committeeId
      ? committeeName
      : `${committeeName}, giúp ${unit.name}`;

function resultOf({ report }: Commitment, review: Review | null): string {
  if (review === null) return report === null ? "Chưa xong" : `Đã báo xong: ${report}`;
  const day = review.dueOn === null ? "" : ` đến ngày ${formatDay(review.dueOn)}`;
  return [`${outcomeLabel(review.outcome)}${day}`, review.note ?? (review.outcome === "done" ? report : null)]
    .filter(Boolean)
    .join(". ");
}

const said = (text: string): Block => ({ is: "paragraph", text });
const heading = (text: string): Block => ({ is: "heading", text });

function table(columns: readonly [string, number][], body: TableCell[][]): Block {
  return {
    is: "table",
    table: {
      columns: columns.map(([, width]) => ({ width })),
      head: [columns.map(([text]) => ({ text, bold: true, align: "center" }))],
      body,
    },
  };
}
