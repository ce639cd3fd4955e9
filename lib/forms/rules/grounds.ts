import type { PlainDate } from "@/lib/shared/days";

/** A text that documents cite from a day on. */
type Ground = { from: PlainDate; words: string };

/** Regulations on carrying out the Charter (domain §0); the day is the one from which they are cited. */
const REGULATIONS: readonly Ground[] = [
  { from: "2016-07-25", words: "Quy định số 29-QĐ/TW ngày 25/7/2016 của Ban Chấp hành Trung ương" },
  { from: "2021-07-30", words: "Quy định số 24-QĐ/TW ngày 30/7/2021 của Ban Chấp hành Trung ương" },
  { from: "2025-01-20", words: "Quy định số 232-QĐ/TW ngày 20/01/2025 của Ban Chấp hành Trung ương" },
  { from: "2025-07-01", words: "Quy định số 294-QĐ/TW ngày 26/5/2025 của Ban Chấp hành Trung ương" },
  { from: "2026-04-08", words: "Quy định số 20-QĐ/TW ngày 08/4/2026 của Ban Chấp hành Trung ương" },
  { from: "2026-07-26", words: "Quy định số 208-QĐ/TW ngày 26/7/2026 của Ban Chấp hành Trung ương" },
];

/** Guidance of the Secretariat; that of early 2025 was not seen, so the one before it is cited on. */
const SECRETARIAT: readonly Ground[] = [
  { from: "2016-09-20", words: "Hướng dẫn số 01-HD/TW ngày 20/9/2016 của Ban Bí thư" },
  { from: "2021-09-28", words: "Hướng dẫn số 01-HD/TW ngày 28/9/2021 của Ban Bí thư" },
  { from: "2025-07-01", words: "Hướng dẫn số 06-HD/TW ngày 09/6/2025 của Ban Bí thư" },
  { from: "2026-05-19", words: "Hướng dẫn số 01-HD/TW ngày 19/5/2026 của Ban Bí thư" },
];

const citedOn = (grounds: readonly Ground[], day: PlainDate): string =>
  (grounds.filter(({ from }) => from <= day).at(-1) ?? grounds[0])?.words ?? "";

/** The regulation that a document of this day cites. */
export const regulationOn = (day: PlainDate): string => citedOn(REGULATIONS, day);

/** The Secretariat's guidance that a document of this day cites. */
export const secretariatOn = (day: PlainDate): string => citedOn(SECRETARIAT, day);
