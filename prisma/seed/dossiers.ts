import { addDays, addMonths } from "@/lib/shared/days";
import { syntheticCitizenNumber } from "./citizen-number";
import { type Sex, syntheticName } from "./names";
import type { Chance } from "./random";

/** What is known of a dossier before chance fills in the rest. */
export type SeedDossier = {
  cell: string;
  /** Day of the decision, or null while there is none. */
  decidedOn: string | null;
  /** Days that are given instead of derived from the decision; null leaves the step out. */
  days?: Partial<Record<StepColumn, string | null>>;
  sex?: Sex;
  ethnicity?: string;
  religion?: string;
  union?: boolean;
  occupation?: string;
  source?: string;
  bornIn?: [number, number];
  decisionNumber?: string;
};

export type StepColumn =
  | "Ngày giới thiệu"
  | "Ngày vào diện cảm tình"
  | "Ngày cấp GCN nhận thức"
  | "Ngày viết đơn"
  | "Ngày nghị quyết chi bộ"
  | "Ngày nghị quyết đảng ủy cơ sở"
  | "Ngày trình cấp có thẩm quyền"
  | "Ngày quyết định kết nạp"
  | "Ngày lễ kết nạp"
  | "Ngày cấp GCN đảng viên mới"
  | "Ngày công nhận chính thức";

/** The place a dossier comes from: its province's code in citizen numbers and who lives there. */
export type SeedPlace = { province: string; ethnicities: [name: string, share: number][]; today: string };

/** Turns dossiers into rows of `ho-so`: believable people, and days in the order of the procedure. */
export class DossierWriter {
  private readonly known = new Set<string>();
  private certificates = 0;

  constructor(
    private readonly chance: Chance,
    private readonly place: SeedPlace,
  ) {}

  row(dossier: SeedDossier): Record<string, string> {
    const { chance } = this;
    const days = this.days(dossier);
    const sex = dossier.sex ?? (chance.happens(0.5) ? "Nữ" : "Nam");
    const ethnicity = dossier.ethnicity ?? this.ethnicity();
    const cellDay = days["Ngày nghị quyết chi bộ"] || dossier.decidedOn || this.place.today;
    const [youngest, oldest] = dossier.bornIn ?? [19, 45];
    const birthDay = this.birthDay(cellDay, youngest, oldest);
    const age = Number(cellDay.slice(0, 4)) - Number(birthDay.slice(0, 4));
    const union = dossier.union ?? age <= 30;
    const occupation =
      dossier.occupation ?? chance.pick(["3", "5", "5", "8", "8", "8", "7c", "12", "1", "4"]);

    const profession =
      occupation === "11" ? "" : chance.pick(["Đại học", "Đại học", "Cao đẳng", "Trung cấp", ""]);

    return {
      "Mã chi bộ": dossier.cell,
      "Họ và tên": this.name(sex, ethnicity),
      "Ngày sinh": birthDay,
      "Giới tính": sex,
      "Dân tộc": ethnicity,
      "Tôn giáo": dossier.religion ?? "Không",
      "Số định danh": syntheticCitizenNumber(chance, this.place.province, sex, birthDay),
      "Nhóm nghề nghiệp": occupation,
      "Giáo dục phổ thông": profession || age < 19 || chance.happens(0.6) ? "THPT" : "THCS",
      "Chuyên môn": profession,
      "Đoàn viên": union ? "có" : "không",
      "Nguồn giới thiệu":
        dossier.source ??
        (union ? "Đoàn TNCS" : chance.pick(["Chi bộ", "Hội LHPN", "Hội Nông dân", "Công đoàn"])),
      "Số GCN nhận thức": days["Ngày cấp GCN nhận thức"] ? `${++this.certificates}/GCN` : "",
      "Số quyết định kết nạp": days["Ngày quyết định kết nạp"] ? (dossier.decisionNumber ?? "") : "",
      "Số GCN đảng viên mới": days["Ngày cấp GCN đảng viên mới"] ? `${this.certificates}/ĐVM` : "",
      ...days,
    };
  }

  /** Days before and after the decision as they usually lie; none after today. */
  private days({ decidedOn, days = {} }: SeedDossier): Record<StepColumn, string> {
    const { chance } = this;
    const given = { ...days };
    const decided = given["Ngày quyết định kết nạp"] ?? decidedOn;
    const cell = given["Ngày nghị quyết chi bộ"] ?? (decided && addDays(decided, -chance.between(38, 52)));
    const base =
      given["Ngày nghị quyết đảng ủy cơ sở"] ?? (decided && addDays(decided, -chance.between(20, 28)));
    const submitted =
      given["Ngày trình cấp có thẩm quyền"] ?? (base && decided && addDays(base, chance.between(2, 6)));
    const applied = given["Ngày viết đơn"] ?? (cell && addDays(cell, -chance.between(90, 200)));
    const certified =
      given["Ngày cấp GCN nhận thức"] ?? (applied && addDays(applied, -chance.between(60, 400)));
    const sympathiser =
      given["Ngày vào diện cảm tình"] ?? (certified && addDays(certified, -chance.between(40, 120)));
    const introduced =
      given["Ngày giới thiệu"] ?? (sympathiser && addDays(sympathiser, -chance.between(10, 40)));
    const admitted = given["Ngày lễ kết nạp"] ?? (decided && addDays(decided, chance.between(5, 20)));
    const recognised = given["Ngày công nhận chính thức"] ?? (admitted && addMonths(admitted, 12));
    const newMember =
      given["Ngày cấp GCN đảng viên mới"] ?? (admitted && addDays(admitted, chance.between(90, 240)));

    const all: Record<StepColumn, string | null | undefined> = {
      "Ngày giới thiệu": introduced,
      "Ngày vào diện cảm tình": sympathiser,
      "Ngày cấp GCN nhận thức": certified,
      "Ngày viết đơn": applied,
      "Ngày nghị quyết chi bộ": cell,
      "Ngày nghị quyết đảng ủy cơ sở": base,
      "Ngày trình cấp có thẩm quyền": submitted,
      "Ngày quyết định kết nạp": decided,
      "Ngày lễ kết nạp": admitted,
      "Ngày cấp GCN đảng viên mới": newMember,
      "Ngày công nhận chính thức": recognised,
    };
    return Object.fromEntries(
      Object.entries(all).map(([column, day]) => {
        const left = given[column as StepColumn] === null;
        return [column, day && !left && day <= this.place.today ? day : ""];
      }),
    ) as Record<StepColumn, string>;
  }

  private ethnicity(): string {
    let left = this.chance.next();
    for (const [name, share] of this.place.ethnicities) {
      left -= share;
      if (left < 0) return name;
    }
    return "Kinh";
  }

  private birthDay(cellDay: string, youngest: number, oldest: number): string {
    const age = this.chance.between(youngest, oldest);
    return addDays(addMonths(cellDay, -12 * age), -this.chance.between(40, 320));
  }

  private name(sex: Sex, ethnicity: string): string {
    for (let turn = 0; turn < 200; turn++) {
      const name = syntheticName(this.chance, sex, ethnicity);
      if (!this.known.has(name)) {
        this.known.add(name);
        return name;
      }
    }
    return syntheticName(this.chance, sex, ethnicity);
  }
}
