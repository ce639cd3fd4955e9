const GROUPED = /^[1-9]\d{0,2}([. \u00a0\u202f])\d{3}(?:\1\d{3})*$/;

/** A whole number as people write it: `1905`, `1.905`. A point or a space separates thousands only before exactly three digits. */
export function parseWhole(typed: string): number | null {
  const text = typed.trim();
  const digits = GROUPED.test(text) ? text.replaceAll(/\D/g, "") : text;
  return /^\d+$/.test(digits) ? Number(digits) : null;
}

/**
 * A number as people write it: `1905`, `1.905`, `3,25`, `3.5`, `1.905,25`. A comma, or a point where it separates no
 * thousands, begins the decimals. Null: it is none.
 */
export function parseNumber(typed: string): number | null {
  const text = typed.trim();
  const whole = parseWhole(text);
  if (whole !== null) return whole;
  const [, before = "", after = ""] = /^(.*),(\d+)$/.exec(text) ?? /^(\d+)\.(\d+)$/.exec(text) ?? [];
  const integer = parseWhole(before);
  return integer === null ? null : Number(`${integer}.${after}`);
}

/** Has it so many decimals at most? */
export const hasDecimals = (value: number, most: number): boolean => Number(value.toFixed(most)) === value;
