import { addDays } from "@/lib/shared/days";
import { classTables, gradesOf, learnerRow, type SeedClass } from "../classes";
import { DossierWriter } from "../dossiers";
import { Chance } from "../random";
import type { SeedTable } from "../tables";

type Row = Record<string, string>;

const CENTRE = "Trung tâm Chính trị huyện Krông Pắc";
const LEARNERS = { awareness: 350, newMember: 115 };
/** The certificates of the spring's classes were given after the article's day: nobody's forecast changes. */
const CERTIFIED_ON = "2024-05-15";
const AWARENESS = ["2024-03-18", "2024-04-01", "2024-04-08", "2024-04-22"].map(
  (from, place): SeedClass => ({
    code: `KP-NT-2024-${place + 1}`,
    kind: "Nhận thức về Đảng",
    name: `Lớp bồi dưỡng nhận thức về Đảng khóa ${place + 1} năm 2024`,
    organiser: "KRONGPAC",
    from,
    to: addDays(from, 4),
    form: place === 2 ? "Buổi tối" : place === 3 ? "Theo cụm" : "Ban ngày",
    place: place === 3 ? "Hội trường xã Ea Phê" : CENTRE,
    size: 100,
  }),
);
const NEW_MEMBER = ["2024-01-15", "2024-03-11"].map(
  (from, place): SeedClass => ({
    code: `KP-DVM-2024-${place + 1}`,
    kind: "Đảng viên mới",
    name: `Lớp bồi dưỡng đảng viên mới khóa ${place + 1} năm 2024`,
    organiser: "KRONGPAC",
    from,
    to: addDays(from, 8),
    place: CENTRE,
    size: 60,
  }),
);

/**
 * S2's classes until 4-5-2024: four for 350 people, two for 115 new members. They are people of the
 * district's dossiers as far as there are enough; the others went to the class and closed their dossier later,
 * so that no figure of admissions, quotas or the forecast knows them.
 */
export function krongPacClasses(people: Row[], today: string): SeedTable[] {
  const chance = new Chance(20240318);
  const newMembers = takeNewMembers(people);
  const known = takeKnown(people);
  const others = writeOthers(chance, people, LEARNERS.awareness - known.length, today);
  const sent = chance.shuffled([...known, ...others]);
  return [
    { kind: "ho-so", fileName: "ho-so-krong-pac.csv", rows: [...people, ...others] },
    ...classTables(
      "krong-pac",
      [...AWARENESS, ...NEW_MEMBER],
      [
        ...enrolled(chance, AWARENESS, sent, "nhận thức"),
        ...enrolled(chance, NEW_MEMBER, newMembers, "đảng viên mới"),
      ],
    ),
  ];
}

/** Divides people over classes, as evenly as can be. */
function enrolled(
  chance: Chance,
  classes: readonly SeedClass[],
  people: readonly Row[],
  certificate: "nhận thức" | "đảng viên mới",
): Row[] {
  const grades = gradesOf(chance, people.length);
  return people.map((person, place) => {
    const { code = "" } = classes[place % classes.length] ?? {};
    return learnerRow(code, person, grades[place] ?? "Khá", certificate);
  });
}

/** Who got the certificate in the weeks after the article and was a sympathiser before the first class. */
function takeKnown(people: readonly Row[]): Row[] {
  const first = AWARENESS[0]?.from ?? "";
  const known = people.filter((row) => {
    const certified = row["Ngày cấp GCN nhận thức"] ?? "";
    return (
      certified > "2024-05-04" && certified <= "2024-07-31" && (row["Ngày vào diện cảm tình"] ?? "") < first
    );
  });
  for (const row of known) row["Ngày cấp GCN nhận thức"] = CERTIFIED_ON;
  return known;
}

/** Admitted in 2023 before a class, with the certificate after it: from then on it is that of the class. */
function takeNewMembers(people: readonly Row[]): Row[] {
  const [first, second] = NEW_MEMBER;
  const able = people.filter((row) => {
    const admitted = row["Ngày lễ kết nạp"] ?? "";
    return admitted.startsWith("2023") && row["Ngày công nhận chính thức"] !== "";
  });
  const chosen = able.slice(-LEARNERS.newMember);
  return chosen.map((row, place) => {
    const { to = "" } = (place % 2 === 0 ? first : second) ?? {};
    row["Ngày cấp GCN đảng viên mới"] = to;
    row["Số GCN đảng viên mới"] = `${place + 1}/ĐVM-2024`;
    return row;
  });
}

/** People of the same cells who went to the class and whose dossier was closed in the two years after it. */
function writeOthers(chance: Chance, people: readonly Row[], count: number, today: string): Row[] {
  const writer = new DossierWriter(chance, {
    province: "066",
    ethnicities: [
      ["Ê-đê", 0.17],
      ["Tày", 0.04],
      ["Nùng", 0.03],
    ],
    today,
  });
  const cells = people.map((row) => row["Mã chi bộ"] ?? "");
  return Array.from({ length: count }, () => {
    const sympathiser = addDays("2024-03-10", -chance.between(20, 150));
    const row = writer.row({
      cell: chance.pick(cells),
      decidedOn: null,
      days: {
        "Ngày giới thiệu": addDays(sympathiser, -chance.between(10, 40)),
        "Ngày vào diện cảm tình": sympathiser,
        "Ngày cấp GCN nhận thức": CERTIFIED_ON,
      },
    });
    return {
      ...row,
      "Ngày kết thúc": addDays(CERTIFIED_ON, chance.between(60, 560)),
      "Lý do kết thúc": chance.pick(["Chuyển đi", "Chuyển đi", "Xin rút", "Không đủ tiêu chuẩn", "Khác"]),
    };
  });
}
