import { looksLikeLegacyEncoding } from "./vietnamese";

/** Ways of writing Vietnamese with Latin-1 letters, from before Unicode (.VnTime and VNI-Times). */
export const OLD_FONTS = ["tcvn3", "vni"] as const;
export type OldFont = (typeof OLD_FONTS)[number];

/** Letter by letter, in the order of the codes of TCVN 5712:1993 VN3. */
const TCVN3 = new Map(
  pairs(
    "¡Ă¢Â£Ê¤Ô¥Ơ¦Ư§Đ¨ă©âªê«ô¬ơ\u00adư®đµà¶ả·ã¸á¹ạ»ằ¼ẳ½ẵ¾ắÆặÇầÈẩÉẫÊấËậÌèÎẻÏẽÐéÑẹÒềÓểÔễÕếÖệ×ìØỉÜĩÝíÞịßòáỏâõãóäọåồæổçỗèốéộêờëởìỡíớîợïùñủòũóúôụõừöử÷ữøứùựúỳûỷüỹýýþỵ",
  ),
);

/** A letter and the mark written after it. */
const VNI_MARKED: Record<string, Map<string, string>> = {
  a: pairsOf("ùáøàûảõãïạêăéắèằúẳüẵëặââáấàầåẩãẫäậ"),
  e: pairsOf("ùéøèûẻõẽïẹâêáếàềåểãễäệ"),
  o: pairsOf("ùóøòûỏõõïọâôáốàồåổãỗäộ"),
  ô: pairsOf("ùớøờûởõỡïợ"),
  u: pairsOf("ùúøùûủõũïụ"),
  ö: pairsOf("ùứøừûửõữïự"),
  y: pairsOf("ùýøỳûỷõỹ"),
};
const VNI_ALONE = new Map(pairs("ôơöưæỉóĩòịîỵñđ"));

function pairs(letters: string): [string, string][] {
  const all = [...letters];
  return all.flatMap((letter, place) =>
    place % 2 === 0 ? [[letter, all[place + 1] ?? ""] as const] : [],
  ) as [string, string][];
}

function pairsOf(letters: string): Map<string, string> {
  return new Map(pairs(letters));
}

/** The text as its writer saw it on the screen. */
export function convertOldFont(text: string, font: OldFont): string {
  return font === "tcvn3" ? fromTcvn3(text) : fromVni(text.normalize("NFC"));
}

/** Capital letters with marks had a font of their own: a text in capitals, or the first letter of a name. */
function fromTcvn3(text: string): string {
  const words = text.normalize("NFC").split(/(\s+)/);
  const inCapitals = !/[a-z]/.test(text) && words.some((word) => /[A-Z].*[A-Z]/.test(word));
  const named = words.some((word) => /^[A-Z]/.test(word));
  return words
    .map((word) => {
      const plain = [...word].map((letter) => TCVN3.get(letter) ?? letter).join("");
      if (inCapitals) return plain.toLocaleUpperCase("vi");
      const begins = named && TCVN3.has(word.charAt(0));
      return begins ? plain.charAt(0).toLocaleUpperCase("vi") + plain.slice(1) : plain;
    })
    .join("");
}

function fromVni(text: string): string {
  const letters = [...text];
  let plain = "";
  for (let place = 0; place < letters.length; place++) {
    const letter = letters[place] ?? "";
    const mark = letters[place + 1]?.toLowerCase() ?? "";
    const lower = letter.toLowerCase();
    const marked = VNI_MARKED[lower]?.get(mark);
    const made = marked ?? VNI_ALONE.get(lower) ?? lower;
    plain += letter === lower ? made : made.toLocaleUpperCase("vi");
    if (marked) place++;
  }
  return plain;
}

const SYLLABLE =
  /^(?:ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnpqrstvx])?([aăâeêioôơuưy]{1,3})(ch|nh|ng|[cmnpt])?$/;
const NUCLEI = new Set(
  "a ă â e ê i o ô ơ u ư y ai ao au ay âu ây eo êu ia iê iu oa oă oe oi ôi ơi ua uâ uê ui uô uơ ưa ươ ưi ưu uy yê uyê uya uyu iêu yêu oai oay uây uôi ươi ươu oeo".split(
    " ",
  ),
);
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** Could the word be Vietnamese: one syllable, with one tone at most, on the vowel that bears it? */
function isSyllable(word: string): boolean {
  const toneless = word.normalize("NFD").replace(TONE, "").normalize("NFC");
  const [, nucleus = "", coda = ""] = SYLLABLE.exec(toneless) ?? [];
  if (!NUCLEI.has(nucleus)) return false;
  const toned = [...word.normalize("NFC")].flatMap((letter, place) =>
    letter === toneless[place] ? [] : [place],
  );
  if (toned.length === 0) return true;
  const first = toneless.length - coda.length - nucleus.length;
  const bearers = bearersOf(nucleus, coda).map((place) => first + place);
  return toned.length === 1 && bearers.includes(toned[0] ?? -1);
}

function bearersOf(nucleus: string, coda: string): number[] {
  const marked = Math.max(...[...nucleus].map((vowel, place) => (/[ăâêôơư]/.test(vowel) ? place : -1)));
  if (marked >= 0) return [marked];
  if (/^(oa|oe|uy)$/.test(nucleus)) return [0, 1];
  return [nucleus.length === 3 ? 1 : nucleus.length === 2 && coda !== "" ? 1 : 0];
}

/** The old font in which most of the words of these texts are Vietnamese, or null. */
export function guessOldFont(texts: Iterable<string>): OldFont | null {
  const points: Record<OldFont, number> = { tcvn3: 0, vni: 0 };
  let words = 0;
  for (const text of texts) {
    if (!looksLikeLegacyEncoding(text)) continue;
    for (const font of OLD_FONTS) {
      points[font] += wordsOf(convertOldFont(text, font)).filter(isSyllable).length;
    }
    words += wordsOf(text).length;
  }
  const best = points.tcvn3 >= points.vni ? "tcvn3" : "vni";
  return words > 0 && points[best] * 2 > words ? best : null;
}

const wordsOf = (text: string): string[] =>
  text
    .toLocaleLowerCase("vi")
    .split(/[\s\d.,;:()/"'-]+/)
    .filter((word) => word !== "");

/** A letter that Latin-1 has not, as only Unicode text holds it. */
export const isSurelyUnicode = (text: string): boolean =>
  /[\u0100-\u1eff]|\p{M}/u.test(text.normalize("NFC"));
