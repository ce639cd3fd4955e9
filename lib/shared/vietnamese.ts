const collator = new Intl.Collator("vi");

/** Text as it is stored: NFC, no invisible characters, single spaces. */
export function normalise(text: string): string {
  return text
    .normalize("NFC")
    .replaceAll("\u00d0", "Đ")
    .replace(/\p{Zs}|[\t\r\n]/gu, " ")
    .replace(/[\p{Cf}\p{Cc}]/gu, "")
    .replace(/ +/g, " ")
    .trim();
}

/** Text as it is searched and compared: no accents, đ is d, lower case, apostrophes left out. */
export function fold(text: string): string {
  return normalise(text)
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[đĐ]/g, "d")
    .replace(/['’ʼ‘`´]/g, "")
    .toLowerCase()
    .normalize("NFC");
}

/** Last word of a name: "Trần Thị Mai Hương" → "Hương". */
export function givenNameOf(name: string): string {
  return normalise(name).split(" ").at(-1) ?? "";
}

/** Order of names: given name first, then the whole name, as Vietnamese sorts them. */
export function compareNames(a: string, b: string): number {
  return collator.compare(givenNameOf(a), givenNameOf(b)) || collator.compare(a, b);
}

/** Does the text look like TCVN3 or VNI, stored as Latin letters ("NguyÔn V¨n ¸nh")? */
export function looksLikeLegacyEncoding(text: string): boolean {
  const composed = text.normalize("NFC");
  const foreign = /[¨©ª«®¬µ¶·¸¹»¼½¾¿ÆÇÎÏÑÖ×ÜÞßäåæçëîïñöø÷û]/;
  const capitalInside = /\p{Ll}[ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝ]\p{Ll}/u;
  const markAfterVowel = /a[âêéèúùáàãõ]|e[âáàãùõ]|[oôuy][ùõ]|oâ/i;
  return foreign.test(composed) || capitalInside.test(composed) || markAfterVowel.test(composed);
}
