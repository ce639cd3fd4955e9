/** A share of whole numbers; `percent` is null without a denominator, else half up to 2 decimals. */
export type Ratio = { numerator: number; denominator: number; percent: number | null };

/** Makes a ratio; the percentage is made once, from the whole numbers. */
export function ratio(numerator: number, denominator: number): Ratio {
  return {
    numerator,
    denominator,
    percent: denominator > 0 ? hundredths(numerator, denominator) / 100 : null,
  };
}

/** numerator ÷ denominator × 10 000, rounded half up, without floating point on the way. */
function hundredths(numerator: number, denominator: number): number {
  return Number((BigInt(numerator) * 20_000n + BigInt(denominator)) / (BigInt(denominator) * 2n));
}

const percents = new Intl.NumberFormat("vi-VN", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const numbers = new Intl.NumberFormat("vi-VN");

/** "23,17 %" with a no-break space; "–" without a denominator. */
export function formatPercent(percent: number | null): string {
  return percent === null ? "–" : `${percents.format(percent)}\u00a0%`;
}

/** "1.905". */
export function formatNumber(value: number): string {
  return numbers.format(value);
}
