/** A document number taken apart: "83-QĐ/HU" is number 83 of the register QĐ, with the sign HU. */
export type DocumentNumber = { number: number; register: string; sign: string };

/** Reads a number as documents carry it; null when it is written another way, as older ones are. */
export function parseDocumentNumber(text: string): DocumentNumber | null {
  const found = /^\s*0*(\d{1,6})\s*[-–/]\s*(\p{L}{1,10})\s*[-–/]\s*(\S.{0,29})$/u.exec(text.normalize("NFC"));
  if (!found || Number(found[1]) === 0) return null;
  const [, number, register = "", sign = ""] = found;
  return { number: Number(number), register: register.toLocaleUpperCase("vi"), sign: sign.trim() };
}

/** "07-NQ/CB": numbers below ten carry a zero. */
export const formatDocumentNumber = ({ number, register, sign }: DocumentNumber): string =>
  `${String(number).padStart(2, "0")}-${register}/${sign}`;

/** The committee that leads an organisation: "Đảng bộ huyện Krông Pắc" is led by "Huyện ủy Krông Pắc". */
export function committeeName(organisation: string): string {
  const found = /^Đảng bộ (tỉnh|thành phố|huyện|quận|thị xã) (.+)$/iu.exec(organisation);
  if (!found) return organisation.replace(/^Đảng bộ/u, "Đảng ủy");
  const [, level = "", name = ""] = found;
  const committees: Record<string, string> = {
    tỉnh: "Tỉnh ủy",
    "thành phố": "Thành ủy",
    huyện: "Huyện ủy",
    quận: "Quận ủy",
    "thị xã": "Thị ủy",
  };
  return `${committees[level.toLowerCase()]} ${name}`;
}

/** What stands after the stroke in the number of its documents: CB, ĐU, HU, ThU, QU, TU. */
export function numberSign(organisation: string): string {
  const committee = committeeName(organisation);
  if (/^Chi bộ/iu.test(committee)) return "CB";
  if (/^Đảng ủy bộ phận/iu.test(committee)) return "ĐUBP";
  if (/^Huyện ủy/u.test(committee)) return "HU";
  if (/^Quận ủy/u.test(committee)) return "QU";
  if (/^Thị ủy/u.test(committee)) return "ThU";
  return /^(Tỉnh|Thành) ủy/u.test(committee) ? "TU" : "ĐU";
}
