import { quangBinh } from "@/prisma/seed/seeds/quang-binh";
import { aFile, bringIn } from "./imports";

const ROOT: Record<string, string> = {
  "Mã đơn vị": "TW",
  "Tên đơn vị": "Trung ương",
  "Loại tổ chức": "Trung ương",
};

/** Seed S4 alone, beneath a root: the agencies' bloc of Quảng Bình with its 193 admitted in 2019. */
export async function bringInQuangBinh(): Promise<void> {
  for (const { kind, rows } of quangBinh("2026-01-01")) {
    const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
    const root = kind === "don-vi" ? [columns.map((column) => ROOT[column] ?? "")] : [];
    await bringIn(
      kind,
      aFile(columns, ...root, ...rows.map((row) => columns.map((column) => row[column] ?? ""))),
    );
  }
}
