import type { Outcome } from "@/lib/meetings/rules/row";

const WORDS: [Outcome, string][] = [
  ["agreed", "đồng ý"],
  ["fellShort", "chưa đủ phiếu"],
  ["asksSuperior", "xin ý kiến cấp trên"],
  ["heldBack", "chưa quyết"],
];

/** "16 đồng ý · 1 xin ý kiến cấp trên · 4 chưa quyết". */
export function countsText(outcomes: readonly Outcome[]): string {
  return WORDS.map(([outcome, words]) => ({ words, count: outcomes.filter((one) => one === outcome).length }))
    .filter(({ count }) => count > 0)
    .map(({ words, count }) => `${count} ${words}`)
    .join(" · ");
}
