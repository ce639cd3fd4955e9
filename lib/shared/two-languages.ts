/** What an answer for people and programs says: "Tiếng Việt. (English.)". */
export const inBoth = (vietnamese: string, english: string): string => `${vietnamese} (${english})`;

/** The Vietnamese of such a sentence, for a page. */
export const vietnameseOf = (sentence: string): string => sentence.replace(/ \([^()]*\)$/u, "");
