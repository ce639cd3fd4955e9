/** First letters by which a spreadsheet program takes a text for a formula, also in full width. */
const FORMULA = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;

const GUARDED = /^'[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;

/** A text that a spreadsheet program will not run when it opens the CSV: `'` before what looks like a formula. */
export const guardFormula = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** Undoes `guardFormula`, so that a file we wrote reads back as it was. */
export const unguardFormula = (text: string): string => (GUARDED.test(text) ? text.slice(1) : text);
