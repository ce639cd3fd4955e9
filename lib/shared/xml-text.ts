/** Control letters (except tab and line ends), half letters and non-letters: XML cannot hold them. */
const NOT_IN_XML = /(?![\t\n\r])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu;

/** A text without what XML cannot hold; not escaped. */
export const xmlText = (text: string): string => text.replace(NOT_IN_XML, "");
