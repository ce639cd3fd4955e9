import { addDays } from "@/lib/shared/days";
import { DossierWriter, type SeedDossier } from "../dossiers";
import { Chance } from "../random";
import type { SeedTable } from "../tables";
import { cellsOf, headcountRow, type SeedUnit, unitRow } from "../units";
import { krongPacClasses } from "./krong-pac-classes";
import { BASE_ORGANISATIONS, type BaseOrganisation, NAMED_CELLS } from "./krong-pac-units";

const DISTRICT = "KRONGPAC";
/** The day of the article: 57 admitted, 18 before the committee, 41 past their cell, 63 with a certificate (one in the story). */
const ARTICLE_DAY = "2024-05-04";

/** S2, Krông Pắc: 57/246 and 57/275 on 4-5-2024, with the years around it up to `today`. */
export function krongPac(today: string): SeedTable[] {
  const chance = new Chance(20240504);
  const bases: SeedUnit[] = BASE_ORGANISATIONS.map(({ code, name, kind, type }) => ({
    code,
    name,
    kind,
    type,
    parent: DISTRICT,
  }));
  const cells = new Map(
    BASE_ORGANISATIONS.map((base, place) => [base.code, cellsBeneath(base, bases[place])]),
  );
  const units: SeedUnit[] = [
    { code: "DAKLAK", name: "Đảng bộ tỉnh Đắk Lắk", kind: "Đảng bộ tỉnh", parent: "TW" },
    {
      code: DISTRICT,
      name: "Đảng bộ huyện Krông Pắc",
      kind: "Cấp trên trực tiếp cơ sở",
      parent: "DAKLAK",
      decides: true,
    },
    ...bases,
    ...[...cells.values()].flat(),
  ];

  return [
    { kind: "don-vi", fileName: "don-vi-krong-pac.csv", rows: units.map(unitRow) },
    {
      kind: "so-luong-dang-vien",
      fileName: "dang-vien-krong-pac.csv",
      rows: headcounts(chance, cells, today),
    },
    { kind: "chi-tieu", fileName: "chi-tieu-krong-pac.csv", rows: quotas(today) },
    ...krongPacClasses(dossiers(chance, cells, today), today),
  ];
}

function cellsBeneath(base: BaseOrganisation, unit: SeedUnit | undefined): SeedUnit[] {
  if (base.kind !== "Đảng bộ cơ sở" || !unit) return [];
  return cellsOf(unit, NAMED_CELLS[base.code] ?? [], Math.max(4, Math.round(base.members / 32)));
}

function headcounts(chance: Chance, cells: Map<string, SeedUnit[]>, today: string) {
  const years = [2022, 2023, 2024, 2025].filter((year) => `${year}-12-31` <= today);
  const growth = (year: number) => 1 + (year - 2023) * 0.012;
  const rows = years.flatMap((year) => {
    const day = `${year}-12-31`;
    const total = year === 2023 ? 7569 : Math.round(7569 * growth(year));
    return [
      headcountRow(chance, DISTRICT, day, total),
      ...BASE_ORGANISATIONS.map(({ code, members }) =>
        headcountRow(chance, code, day, Math.round(members * growth(year))),
      ),
    ];
  });
  const perCell = [...cells].flatMap(([code, units]) => {
    const members = BASE_ORGANISATIONS.find((base) => base.code === code)?.members ?? 0;
    return units.map((unit) =>
      headcountRow(chance, unit.code, "2023-12-31", Math.max(5, Math.floor(members / units.length))),
    );
  });
  return [...rows, ...perCell, headcountRow(chance, "DAKLAK", "2023-12-31", 87258)];
}

type Plan = {
  year: number;
  assigned: number;
  own: number;
  ownDue: string;
  documents: [assigned: string, own: string, children: string];
  scale: number;
};

const PLANS: Plan[] = [
  {
    year: 2023,
    assigned: 240,
    own: 265,
    ownDue: "2023-10-31",
    documents: ["05-QĐ/BTCTU", "88-KH/HU", "215-QĐ/HU"],
    scale: 0.97,
  },
  {
    year: 2024,
    assigned: 246,
    own: 275,
    ownDue: "2024-09-30",
    documents: ["09-QĐ/BTCTU", "121-KH/HU", "402-QĐ/HU"],
    scale: 1,
  },
  {
    year: 2025,
    assigned: 250,
    own: 270,
    ownDue: "2025-10-31",
    documents: ["11-QĐ/BTCTU", "155-KH/HU", "611-QĐ/HU"],
    scale: 1,
  },
  {
    year: 2026,
    assigned: 252,
    own: 272,
    ownDue: "2026-10-31",
    documents: ["07-QĐ/BTCTU", "190-KH/HU", "803-QĐ/HU"],
    scale: 1,
  },
];

function quotas(today: string) {
  const rows = PLANS.filter(({ year }) => `${year}-01-31` <= today).flatMap(
    ({ year, assigned, own, ownDue, documents, scale }) => {
      const period = { "Từ ngày": `${year}-01-01`, "Đến ngày": `${year}-12-31` };
      const [assignedBy, ownBy, childrenBy] = documents;
      return [
        {
          "Mã đơn vị": DISTRICT,
          ...period,
          Nguồn: "Cấp trên giao",
          "Giá trị": String(assigned),
          "Số văn bản": assignedBy,
          "Ngày văn bản": `${year}-01-10`,
        },
        {
          "Mã đơn vị": DISTRICT,
          ...period,
          Nguồn: "Kế hoạch đơn vị",
          "Giá trị": String(own),
          "Hạn hoàn thành": ownDue,
          "Số văn bản": ownBy,
          "Ngày văn bản": `${year}-01-18`,
        },
        ...BASE_ORGANISATIONS.flatMap(({ code, quota }) =>
          quota === null
            ? []
            : [
                {
                  "Mã đơn vị": code,
                  ...period,
                  Nguồn: "Cấp trên giao",
                  "Giá trị": String(Math.max(1, Math.round(quota * scale))),
                  "Số văn bản": childrenBy,
                  "Ngày văn bản": `${year}-01-25`,
                },
              ],
        ),
      ];
    },
  );
  const cellQuotas = ["EAP-01", "EAP-02", "EAP-03", "EAP-06", "EAP-08", "EAP-09"].flatMap((code) =>
    PLANS.filter(({ year }) => `${year}-02-28` <= today).map(({ year }) => ({
      "Mã đơn vị": code,
      "Từ ngày": `${year}-01-01`,
      "Đến ngày": `${year}-12-31`,
      Nguồn: "Cấp trên giao",
      "Giá trị": code === "EAP-09" ? "3" : "2",
      "Số văn bản": "12-NQ/ĐU",
      "Ngày văn bản": `${year}-02-15`,
    })),
  );
  return [
    {
      "Mã đơn vị": "DAKLAK",
      "Từ ngày": "2024-01-01",
      "Đến ngày": "2024-12-31",
      Nguồn: "Nghị quyết nhiệm kỳ",
      "Giá trị": "2.814",
      "Số văn bản": "25-CTr/TU",
      "Ngày văn bản": "2024-01-05",
    },
    ...rows,
    ...cellQuotas,
  ];
}

function dossiers(chance: Chance, cells: Map<string, SeedUnit[]>, today: string): Record<string, string>[] {
  const writer = new DossierWriter(chance, {
    province: "066",
    ethnicities: [
      ["Ê-đê", 0.17],
      ["Tày", 0.04],
      ["Nùng", 0.03],
    ],
    today,
  });
  const cellOf = (base: string): string => {
    const codes = (cells.get(base) ?? []).map(({ code }) => code);
    return codes.length > 0 ? chance.pick(codes) : base;
  };
  const planned = [
    ...year2023(chance),
    ...untilTheArticle(chance),
    ...restOf2024(chance),
    ...laterYears(chance, today),
  ].filter(({ decidedOn }) => decidedOn !== null && decidedOn <= today);
  numberDecisions(planned);
  return [...planned, ...onTheWay(chance, today)].map(({ base, ...dossier }) =>
    writer.row({ ...schoolOrNot(base, chance), ...dossier, cell: cellOf(base) }),
  );
}

type Planned = Omit<SeedDossier, "cell"> & { base: string };

/** Schools of the upper secondary level admit pupils of 18 beside their teachers. */
function schoolOrNot(base: string, chance: Chance): Partial<SeedDossier> {
  if (base === "LHP" || (["PDP", "TKP", "QTR", "NCT"].includes(base) && chance.happens(0.5))) {
    return { occupation: "11", bornIn: [18, 18], union: true };
  }
  return {};
}

function numberDecisions(planned: Planned[]): void {
  const inOrder = planned.toSorted((a, b) => (a.decidedOn ?? "").localeCompare(b.decidedOn ?? ""));
  const perYear = new Map<string, number>();
  for (const dossier of inOrder) {
    const year = dossier.decidedOn?.slice(0, 4) ?? "";
    const number = (perYear.get(year) ?? 0) + 1;
    perYear.set(year, number);
    dossier.decisionNumber = `${number}-QĐ/HU`;
  }
}

/** Each base once per free place of its quota, in random order. */
function places(chance: Chance, room: (base: BaseOrganisation) => number): string[] {
  return chance.shuffled(
    BASE_ORGANISATIONS.flatMap((base) => Array<string>(Math.max(0, room(base))).fill(base.code)),
  );
}

function onDays(bases: string[], days: [day: string, count: number][]): Planned[] {
  const left = [...bases];
  return days.flatMap(([day, count]) => left.splice(0, count).map((base) => ({ base, decidedOn: day })));
}

/** 238 admitted in 2023, 62 of them by 4 May. */
function year2023(chance: Chance): Planned[] {
  return onDays(
    places(chance, ({ quota }) => quota ?? 0),
    [
      ["2023-01-13", 18],
      ["2023-02-24", 14],
      ["2023-03-24", 15],
      ["2023-04-21", 15],
      ["2023-05-19", 21],
      ["2023-06-23", 30],
      ["2023-07-21", 22],
      ["2023-08-25", 24],
      ["2023-09-22", 28],
      ["2023-10-20", 21],
      ["2023-11-24", 17],
      ["2023-12-22", 13],
    ],
  );
}

function untilTheArticle(chance: Chance): Planned[] {
  return onDays(
    places(chance, ({ admitted }) => admitted),
    [
      ["2024-01-12", 13],
      ["2024-02-26", 13],
      ["2024-03-22", 12],
      ["2024-03-28", 8],
      ["2024-04-19", 11],
    ],
  );
}

function restOf2024(chance: Chance): Planned[] {
  const bases = places(chance, ({ quota, admitted }) => (quota ?? 0) - admitted);
  const take = (count: number) => bases.splice(0, count);
  const before = (low: number, high: number) => addDays(ARTICLE_DAY, -chance.between(low, high));
  const after = (low: number, high: number) => addDays(ARTICLE_DAY, chance.between(low, high));
  const waiting = take(18).map(
    (base): Planned => ({
      base,
      decidedOn: chance.pick(["2024-05-17", "2024-05-31"]),
      days: {
        "Ngày nghị quyết chi bộ": before(30, 45),
        "Ngày nghị quyết đảng ủy cơ sở": before(12, 25),
        "Ngày trình cấp có thẩm quyền": before(1, 10),
      },
    }),
  );
  const resolved = take(41).map(
    (base): Planned => ({
      base,
      decidedOn: chance.pick(["2024-06-14", "2024-06-28", "2024-07-12"]),
      days: {
        "Ngày nghị quyết chi bộ": before(2, 25),
        "Ngày nghị quyết đảng ủy cơ sở": after(2, 16),
        "Ngày trình cấp có thẩm quyền": after(18, 28),
      },
    }),
  );
  const certified = take(62).map(
    (base): Planned => ({
      base,
      decidedOn: chance.pick(["2024-07-26", "2024-08-16", "2024-09-13", "2024-09-27", "2024-10-25"]),
      days: { "Ngày cấp GCN nhận thức": before(20, 300), "Ngày viết đơn": before(5, 15) },
    }),
  );
  const later = take(70).map(
    (base): Planned => ({
      base,
      decidedOn: chance.pick(["2024-10-25", "2024-11-15", "2024-12-06", "2024-12-20"]),
      days: { "Ngày cấp GCN nhận thức": after(10, 60), "Ngày viết đơn": after(65, 95) },
    }),
  );
  return [...waiting, ...resolved, ...certified, ...later];
}

/** The years after the article, up to today: nobody of them held a certificate on its day. */
function laterYears(chance: Chance, today: string): Planned[] {
  return ["2025", "2026"].flatMap((year) =>
    places(chance, ({ quota }) => quota ?? 0)
      .slice(0, 261)
      .flatMap((base, place): Planned[] => {
        const day = addDays(`${year}-01-06`, Math.floor((place * 350) / 261));
        const decidedOn = addDays(day, (12 - (new Date(`${day}T00:00:00Z`).getUTCDay() || 7)) % 7);
        if (decidedOn > addDays(today, -21)) return [];
        const certified = addDays(decidedOn, -chance.between(165, 205));
        return [
          {
            base,
            decidedOn,
            days: {
              "Ngày cấp GCN nhận thức": certified,
              "Ngày viết đơn": addDays(decidedOn, -chance.between(100, 150)),
            },
          },
        ];
      }),
  );
}

/** Dossiers under way today, in every step. */
function onTheWay(chance: Chance, today: string): Planned[] {
  const ago = (low: number, high: number) => addDays(today, -chance.between(low, high));
  const bases = places(chance, ({ quota }) => quota ?? 0);
  const certified = () => ({
    "Ngày cấp GCN nhận thức": ago(150, 500),
    "Ngày vào diện cảm tình": ago(520, 600),
    "Ngày giới thiệu": ago(610, 640),
  });
  const groups: [count: number, days: () => SeedDossier["days"]][] = [
    [
      14,
      () => ({
        ...certified(),
        "Ngày viết đơn": ago(110, 140),
        "Ngày nghị quyết chi bộ": ago(35, 50),
        "Ngày nghị quyết đảng ủy cơ sở": ago(18, 28),
        "Ngày trình cấp có thẩm quyền": ago(3, 14),
      }),
    ],
    [
      12,
      () => ({
        ...certified(),
        "Ngày viết đơn": ago(110, 140),
        "Ngày nghị quyết chi bộ": ago(25, 40),
        "Ngày nghị quyết đảng ủy cơ sở": ago(4, 16),
      }),
    ],
    [16, () => ({ ...certified(), "Ngày viết đơn": ago(90, 140), "Ngày nghị quyết chi bộ": ago(3, 24) })],
    [20, () => ({ ...certified(), "Ngày viết đơn": ago(20, 140) })],
    [34, certified],
    [36, () => ({ "Ngày vào diện cảm tình": ago(30, 240), "Ngày giới thiệu": ago(250, 300) })],
    [28, () => ({ "Ngày giới thiệu": ago(5, 120) })],
  ];
  return groups.flatMap(([count, days]) =>
    bases.splice(0, count).map((base): Planned => ({ base, decidedOn: null, days: days() ?? {} })),
  );
}
