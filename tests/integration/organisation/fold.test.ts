import { expect, test } from "vitest";
import { fold } from "@/lib/shared/vietnamese";
import { inEmptyTree } from "@/tests/support/organisation";

test("the database folds words as the application does", () =>
  inEmptyTree(async (scope) => {
    const words = [
      "  Đảng ủy  xã Ea Phê ",
      "H'Hen Niê ĕ ĭ ŏ ŭ č Ƀ",
      "Nguyễn Thị Đào ưỡ Ỷ Ữ ẫ",
      "M’nông",
      "THPT Lê Hồng Phong",
    ];
    const rows = await scope.db.$queryRaw<{ folded: string }[]>`
      SELECT sec.fold(word) AS folded FROM unnest(${words}::text[]) WITH ORDINALITY AS given (word, position) ORDER BY position`;
    expect(rows.map(({ folded }) => folded)).toEqual(words.map(fold));
    const nfd = await scope.db.$queryRaw<
      { folded: string }[]
    >`SELECT sec.fold(${"Ấp Đồng".normalize("NFD")}) AS folded`;
    expect(nfd[0]?.folded).toBe("ap dong");
  }));
