/** A dotted line for what is not known; never "null". */
export const BLANK = "…………………";
