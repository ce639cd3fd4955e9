import { type Block, centred, flush, gap, p, type Sheet, TEXT_WIDTH, table } from "./word";

/** One template: the form it is for, and what stands on its sheet. */
export type Template = { id: string; title: string; blocks: Block[]; sheet?: Sheet };

const LEFT = 4000;
const RIGHT = TEXT_WIDTH - LEFT;

/** Number of the form, small, at the right. */
const formNumber = flush("{ma_mau}", { align: "right", size: 20, italic: true, after: 0 });

/** The head of a document of the party: unit above, unit, number; on the right the Party, place and day. */
export function head({ numbered = true }: { numbered?: boolean } = {}): Block[] {
  const close = { after: 0 };
  return [
    formNumber,
    table(
      [LEFT, RIGHT],
      [
        [
          centred("{tieu_de_tren}", close) +
            centred("**{tieu_de_don_vi}**", close) +
            centred("*", close) +
            (numbered ? centred("{so_van_ban}", close) : ""),
          centred("**++ĐẢNG CỘNG SẢN VIỆT NAM++**", { ...close, size: 30 }) +
            centred("__{noi_va_ngay}__", { before: 200, after: 0 }),
        ],
      ],
    ),
  ];
}

/** The head of what one person writes: only the Party and the day. */
export function personHead({ dated = true }: { dated?: boolean } = {}): Block[] {
  return [
    formNumber,
    centred("**++ĐẢNG CỘNG SẢN VIỆT NAM++**", { size: 30, after: 60 }),
    ...(dated ? [flush("__…………, ngày …… tháng …… năm ………__", { align: "right", before: 60, after: 0 })] : []),
  ];
}

/** The head of what a mass organisation writes, filled in by it. */
export const unionHead: Block[] = [
  formNumber,
  table(
    [LEFT, RIGHT],
    [
      [
        centred("………………………………", { after: 0 }) +
          centred("**………………………………**", { after: 0 }) +
          centred("*", { after: 0 }) +
          centred("Số ………", { after: 0 }),
        centred("__{noi_va_ngay}__", { after: 0 }),
      ],
    ],
  ),
];

/** What the document is, and what about. */
export const title = (name: string, about?: string): Block[] => [
  centred(`**${name}**`, { size: 32, before: 280, after: about ? 0 : 200, keepNext: true }),
  ...(about
    ? [centred(`**${about}**`, { after: 0, inset: 700, keepNext: true }), centred("-----", { after: 160 })]
    : []),
];

const BEFORE_SIGNATURE = flush("", { after: 60, keepNext: true });

/** No signature stands alone on a page: what stands before it goes with it. */
export const keptTogether = (blocks: readonly Block[]): Block[] =>
  blocks.map((block, place) =>
    blocks[place + 1] === BEFORE_SIGNATURE && !block.includes("<w:keepNext/>")
      ? block.replace("<w:pPr>", "<w:pPr><w:keepNext/>")
      : block,
  );

/** Who signs, on the right; to whom it goes, on the left. */
export function signed({
  to = [],
  by = "{thay_mat}",
  as = "BÍ THƯ",
}: {
  to?: string[];
  by?: string;
  as?: string;
}): Block[] {
  const receivers =
    to.length === 0
      ? centred("", { after: 0 })
      : flush("**__++Nơi nhận:++__**", { after: 0, size: 24 }) +
        to.map((receiver) => flush(`- ${receiver}`, { align: "left", after: 0, size: 24 })).join("");
  return [
    BEFORE_SIGNATURE,
    table(
      [LEFT, RIGHT],
      [
        [
          receivers,
          centred(`**${by}**`, { after: 0 }) +
            (as ? centred(as, { after: 0 }) : "") +
            centred("__(ký, ghi rõ họ và tên, đóng dấu nếu có)__", { size: 24, after: 0 }) +
            gap(3),
        ],
      ],
    ),
    flush("", { after: 0, size: 4 }),
  ];
}

/** Two who sign side by side, or one at the right. */
export function signedBy(...names: string[]): Block[] {
  const widths = names.length === 1 ? [LEFT, RIGHT] : names.map(() => Math.floor(TEXT_WIDTH / names.length));
  const cells = names.map(
    (name) =>
      centred(`**${name}**`, { after: 0 }) +
      centred("__(ký, ghi rõ họ và tên)__", { size: 24, after: 0 }) +
      gap(3),
  );
  return [
    BEFORE_SIGNATURE,
    table(widths, [names.length === 1 ? [centred("", { after: 0 }), ...cells] : cells]),
    flush("", { after: 0, size: 4 }),
  ];
}

/** The sentence on how a meeting voted; `prefix` names the meeting's fields. */
export const votes = (prefix: string, members: string, forWhat: string): Block[] => [
  p(
    `Kết quả biểu quyết ({${prefix}_hinh_thuc}): số ${members} tán thành ${forWhat} là {${prefix}_tan_thanh} đồng chí, ` +
      `đạt {${prefix}_ty_le} so với số ${members} được triệu tập ({${prefix}_trieu_tap} đồng chí); ` +
      `số không tán thành là {${prefix}_khong_tan_thanh} đồng chí, với lý do: ~`,
  ),
];

/** How many were called and came. */
export const attendance = (prefix: string, members: string): Block[] => [
  p(
    `Tổng số ${members} được triệu tập: {${prefix}_trieu_tap} đồng chí. Có mặt: {${prefix}_co_mat} đồng chí. ` +
      `Vắng mặt: {${prefix}_vang} đồng chí, lý do: ~`,
  ),
  p("Chủ trì hội nghị: đồng chí ~"),
  p("Thư ký hội nghị: đồng chí ~"),
];
