import type { StepKind } from "@/lib/pipeline/rules/step";
import type { PlainDate } from "@/lib/shared/days";

/** Who writes a form: by hand (the person, a member, the union side) or from here (the organisation). */
export type FormWriter =
  | "person"
  | "member"
  | "union"
  | "classOrganiser"
  | "cell"
  | "section"
  | "base"
  | "upper";

/** Whose name stands in the head of the sheet. */
export type FormIssuer = "none" | "union" | "classOrganiser" | "cell" | "section" | "base" | "decider";

/** The parts of the procedure, in its order; each form belongs to one. */
export const FORM_PHASES = [
  "sourcing",
  "application",
  "verification",
  "opinions",
  "cell",
  "base",
  "decision",
  "ceremony",
  "probation",
  "recognition",
  "ending",
  "moving",
] as const;
export type FormPhase = (typeof FORM_PHASES)[number];

/** What has to be so for a form to fit a dossier; `onRequest` is for cases that no record tells of. */
export type FormCondition =
  | "firstTime"
  | "readmission"
  | "baseCell"
  | "underBase"
  | "underSection"
  | "byBase"
  | "byUpper"
  | "union"
  | "tradeUnion"
  | "pupil"
  | "onRequest";

export type GuidanceName = "12-HD/BTCTW" | "38-HD/BTCTW" | "02-HD/BTCTU";

/** The instruction that numbers the forms from a day on; that of a province beside the centre's. */
export type Guidance = { name: GuidanceName; from: PlainDate; province: string | null; source: string };

/** From the oldest to the newest. What lies before the first is printed after the first. */
export const GUIDANCES: readonly Guidance[] = [
  {
    name: "12-HD/BTCTW",
    from: "2022-01-18",
    province: null,
    source: "Hướng dẫn 12-HD/BTCTW ngày 18/01/2022 của Ban Tổ chức Trung ương",
  },
  {
    name: "38-HD/BTCTW",
    from: "2025-09-29",
    province: null,
    source: "Hướng dẫn 38-HD/BTCTW ngày 29/09/2025 của Ban Tổ chức Trung ương",
  },
  {
    name: "02-HD/BTCTU",
    from: "2025-11-21",
    province: "HANOI",
    source: "Hướng dẫn 02-HD/BTCTU ngày 21/11/2025 của Ban Tổ chức Thành ủy Hà Nội",
  },
];

/** The number of a form under one guidance; not confirmed: "chưa đối chiếu" with the text itself. */
export type FormCode = { code: string; confirmed: boolean };

/** One form of the catalogue. `id` is the name of its template and of its address. */
export type Form = {
  id: string;
  title: string;
  phase: FormPhase;
  writer: FormWriter;
  issuer: FormIssuer;
  /** Numbers in the list of document types of 1361-CV/BTCTW. */
  listed: readonly number[];
  /** By guidance; a guidance that is absent does not number this form. */
  codes: Partial<Record<GuidanceName, FormCode>>;
  /** All of these have to be so for the form to be offered first; none: it always is. */
  when?: readonly FormCondition[];
};

/** A form as a day and a province know it. */
export type DatedForm = Form & { code: string | null; confirmed: boolean; guidance: Guidance };

const confirmed = (code: string): FormCode => ({ code, confirmed: true });
const assumed = (code: string): FormCode => ({ code, confirmed: false });

/**
 * Numbers under 12-HD, 38-HD and in Hà Nội. Of 38-HD only what Hà Nội's handbook derives from it was seen,
 * so its numbers are those of 12-HD, not confirmed (domain §3.21, §11.2).
 */
const numbered = (central: FormCode, hanoi?: string, central2025?: FormCode): Form["codes"] => ({
  "12-HD/BTCTW": central,
  "38-HD/BTCTW": central2025 ?? assumed(central.code),
  ...(hanoi ? { "02-HD/BTCTU": confirmed(hanoi) } : {}),
});
const hanoiOnly = (code: string): Form["codes"] => ({ "02-HD/BTCTU": confirmed(code) });

/** Every form, in the order of the procedure (domain §3.21). */
export const FORMS: readonly Form[] = [
  {
    id: "nghi-quyet-cam-tinh",
    title: "Nghị quyết đưa quần chúng ưu tú vào diện cảm tình Đảng và phân công đảng viên giúp đỡ",
    phase: "sourcing",
    writer: "cell",
    issuer: "cell",
    listed: [],
    codes: hanoiOnly("1A-TN"),
  },
  {
    id: "y-kien-phu-huynh",
    title: "Phiếu lấy ý kiến phụ huynh về việc đưa học sinh vào diện cảm tình Đảng",
    phase: "sourcing",
    writer: "person",
    issuer: "none",
    listed: [],
    codes: hanoiOnly("2-TN"),
    when: ["pupil"],
  },
  {
    id: "phan-cong-giup-do",
    title: "Nghị quyết phân công đảng viên chính thức theo dõi, giúp đỡ cảm tình Đảng",
    phase: "sourcing",
    writer: "cell",
    issuer: "cell",
    listed: [],
    codes: hanoiOnly("3A-TN"),
  },
  {
    id: "de-nghi-hoc-lop",
    title: "Nghị quyết đề nghị cho cảm tình Đảng học lớp bồi dưỡng nhận thức về Đảng",
    phase: "sourcing",
    writer: "cell",
    issuer: "cell",
    listed: [],
    codes: hanoiOnly("4A-TN"),
  },
  {
    id: "cn-ntvd",
    title: "Giấy chứng nhận học lớp bồi dưỡng nhận thức về Đảng",
    phase: "sourcing",
    writer: "classOrganiser",
    issuer: "classOrganiser",
    listed: [38],
    codes: numbered(confirmed("CN-NTVĐ")),
  },
  {
    id: "de-nghi-lam-thu-tuc",
    title: "Nghị quyết đề nghị cho cảm tình Đảng được làm thủ tục xem xét kết nạp",
    phase: "sourcing",
    writer: "cell",
    issuer: "cell",
    listed: [],
    codes: hanoiOnly("5-TN"),
  },
  {
    id: "dong-y-lam-thu-tuc",
    title: "Thông báo đồng ý cho cảm tình Đảng được làm thủ tục xem xét kết nạp",
    phase: "sourcing",
    writer: "base",
    issuer: "base",
    listed: [],
    codes: hanoiOnly("6-TN"),
  },
  {
    id: "1-knd",
    title: "Đơn xin vào Đảng",
    phase: "application",
    writer: "person",
    issuer: "none",
    listed: [37],
    codes: numbered(confirmed("1-KNĐ"), "1A-KNĐ", confirmed("1A-KNĐ")),
    when: ["firstTime"],
  },
  {
    id: "1b-knd",
    title: "Đơn xin vào Đảng (kết nạp lại)",
    phase: "application",
    writer: "person",
    issuer: "none",
    listed: [37],
    codes: numbered(confirmed("1-KNĐ"), "1B-KNĐ", confirmed("1B-KNĐ")),
    when: ["readmission"],
  },
  {
    id: "2-knd",
    title: "Lý lịch của người xin vào Đảng",
    phase: "application",
    writer: "person",
    issuer: "none",
    listed: [1],
    codes: numbered(confirmed("2-KNĐ"), "2-KNĐ", confirmed("2-KNĐ")),
  },
  {
    id: "3-knd",
    title: "Giấy giới thiệu người vào Đảng",
    phase: "application",
    writer: "member",
    issuer: "none",
    listed: [39],
    codes: numbered(confirmed("3-KNĐ"), "3-KNĐ"),
  },
  {
    id: "4-knd",
    title: "Nghị quyết giới thiệu đoàn viên ưu tú vào Đảng",
    phase: "application",
    writer: "union",
    issuer: "union",
    listed: [40],
    codes: numbered(confirmed("4-KNĐ"), "4B-KNĐ"),
    when: ["union"],
  },
  {
    id: "4c-knd",
    title: "Nghị quyết giới thiệu đoàn viên ưu tú vào Đảng của Ban Thường vụ Đoàn cấp xã",
    phase: "application",
    writer: "union",
    issuer: "union",
    listed: [40],
    codes: hanoiOnly("4C-KNĐ"),
    when: ["union"],
  },
  {
    id: "4a-knd",
    title: "Nghị quyết giới thiệu đoàn viên công đoàn vào Đảng",
    phase: "application",
    writer: "union",
    issuer: "union",
    listed: [41],
    codes: numbered(confirmed("4A-KNĐ"), "4D-KNĐ"),
    when: ["tradeUnion"],
  },
  {
    id: "de-nghi-tham-tra",
    title: "Công văn đề nghị thẩm tra lý lịch của người xin vào Đảng",
    phase: "verification",
    writer: "base",
    issuer: "base",
    listed: [96],
    codes: {},
  },
  {
    id: "tra-loi-tham-tra",
    title: "Công văn trả lời về thẩm tra lý lịch của người xin vào Đảng",
    phase: "verification",
    writer: "base",
    issuer: "base",
    listed: [97],
    codes: {},
  },
  {
    id: "5a-knd",
    title: "Ý kiến nhận xét của đoàn thể chính trị – xã hội nơi người vào Đảng sinh hoạt",
    phase: "opinions",
    writer: "union",
    issuer: "union",
    listed: [42],
    codes: hanoiOnly("5A-KNĐ"),
  },
  {
    id: "5b-knd",
    title: "Ý kiến nhận xét của chi ủy (chi bộ) nơi cư trú đối với người vào Đảng",
    phase: "opinions",
    writer: "cell",
    issuer: "none",
    listed: [42],
    codes: hanoiOnly("5B-KNĐ"),
  },
  {
    id: "5-knd",
    title: "Tổng hợp ý kiến nhận xét của đoàn thể nơi sinh hoạt và chi ủy nơi cư trú đối với người vào Đảng",
    phase: "opinions",
    writer: "cell",
    issuer: "cell",
    listed: [42],
    codes: numbered(confirmed("5-KNĐ"), "5D-KNĐ"),
  },
  {
    id: "bien-ban-chi-bo",
    title: "Biên bản họp chi bộ xét, đề nghị kết nạp đảng viên",
    phase: "cell",
    writer: "cell",
    issuer: "cell",
    listed: [],
    codes: {},
  },
  {
    id: "6-knd",
    title: "Nghị quyết đề nghị kết nạp đảng viên của chi bộ",
    phase: "cell",
    writer: "cell",
    issuer: "cell",
    listed: [43],
    codes: numbered(confirmed("6-KNĐ"), "6-KNĐ"),
    when: ["underBase"],
  },
  {
    id: "8c-knd",
    title: "Nghị quyết đề nghị kết nạp đảng viên của chi bộ cơ sở",
    phase: "cell",
    writer: "cell",
    issuer: "cell",
    listed: [43],
    codes: numbered(confirmed("6-KNĐ"), "8C-KNĐ"),
    when: ["baseCell"],
  },
  {
    id: "7-knd",
    title: "Báo cáo của đảng ủy bộ phận thẩm định nghị quyết đề nghị kết nạp đảng viên của chi bộ",
    phase: "base",
    writer: "section",
    issuer: "section",
    listed: [44],
    codes: numbered(confirmed("7-KNĐ"), "7-KNĐ"),
    when: ["underSection"],
  },
  {
    id: "8-knd",
    title: "Nghị quyết đề nghị kết nạp đảng viên của đảng ủy cơ sở",
    phase: "base",
    writer: "base",
    issuer: "base",
    listed: [45],
    codes: numbered(confirmed("8-KNĐ"), "8A-KNĐ"),
    when: ["underBase", "byUpper"],
  },
  {
    id: "8b-knd",
    title: "Nghị quyết kết nạp đảng viên của đảng ủy cơ sở được ủy quyền",
    phase: "base",
    writer: "base",
    issuer: "base",
    listed: [45],
    codes: numbered(confirmed("8-KNĐ"), "8B-KNĐ"),
    when: ["underBase", "byBase"],
  },
  {
    id: "9-knd",
    title: "Quyết định kết nạp đảng viên",
    phase: "decision",
    writer: "upper",
    issuer: "decider",
    listed: [5],
    codes: numbered(assumed("9-KNĐ"), "9A-KNĐ"),
    when: ["byUpper", "firstTime"],
  },
  {
    id: "9b-knd",
    title: "Quyết định kết nạp đảng viên của đảng ủy cơ sở được ủy quyền",
    phase: "decision",
    writer: "base",
    issuer: "decider",
    listed: [5],
    codes: numbered(assumed("9-KNĐ"), "9B-KNĐ"),
    when: ["byBase", "firstTime"],
  },
  {
    id: "9c-knd",
    title: "Quyết định kết nạp lại người vào Đảng",
    phase: "decision",
    writer: "upper",
    issuer: "decider",
    listed: [6],
    codes: numbered(assumed("9-KNĐ"), "9C-KNĐ"),
    when: ["readmission"],
  },
  {
    id: "9d-knd",
    title: "Quyết định kết nạp đảng viên khi có văn bản đồng ý của ban thường vụ cấp tỉnh",
    phase: "decision",
    writer: "upper",
    issuer: "decider",
    listed: [5],
    codes: numbered(assumed("9-KNĐ"), "9D-KNĐ"),
    when: ["onRequest"],
  },
  {
    id: "9e-knd",
    title: "Quyết định kết nạp đảng viên đối với người chuyển đơn vị",
    phase: "decision",
    writer: "upper",
    issuer: "decider",
    listed: [5],
    codes: numbered(assumed("9-KNĐ"), "9E-KNĐ"),
    when: ["onRequest"],
  },
  {
    id: "chuong-trinh-le",
    title: "Chương trình lễ kết nạp đảng viên",
    phase: "ceremony",
    writer: "cell",
    issuer: "cell",
    listed: [],
    codes: {},
  },
  {
    id: "bien-ban-le",
    title: "Biên bản lễ kết nạp đảng viên",
    phase: "ceremony",
    writer: "cell",
    issuer: "cell",
    listed: [],
    codes: {},
  },
  {
    id: "phan-cong-giup-do-du-bi",
    title: "Nghị quyết phân công đảng viên giúp đỡ đảng viên dự bị",
    phase: "probation",
    writer: "cell",
    issuer: "cell",
    listed: [],
    codes: {},
  },
  {
    id: "cn-dvm",
    title: "Giấy chứng nhận học lớp bồi dưỡng đảng viên mới",
    phase: "probation",
    writer: "classOrganiser",
    issuer: "classOrganiser",
    listed: [46],
    codes: numbered(assumed("CN-ĐVM")),
  },
  {
    id: "10-knd",
    title: "Bản tự kiểm điểm của đảng viên dự bị",
    phase: "recognition",
    writer: "person",
    issuer: "none",
    listed: [47],
    codes: numbered(confirmed("10-KNĐ"), "10-KNĐ"),
  },
  {
    id: "11-knd",
    title: "Bản nhận xét đảng viên dự bị của đảng viên được phân công giúp đỡ",
    phase: "recognition",
    writer: "member",
    issuer: "none",
    listed: [48],
    codes: numbered(confirmed("11-KNĐ"), "11-KNĐ"),
  },
  {
    id: "12a-knd",
    title: "Ý kiến nhận xét của đoàn thể chính trị – xã hội đối với đảng viên dự bị",
    phase: "recognition",
    writer: "union",
    issuer: "union",
    listed: [49],
    codes: hanoiOnly("12A-KNĐ"),
  },
  {
    id: "12b-knd",
    title: "Ý kiến nhận xét của chi ủy (chi bộ) nơi cư trú đối với đảng viên dự bị",
    phase: "recognition",
    writer: "cell",
    issuer: "none",
    listed: [49],
    codes: hanoiOnly("12B-KNĐ"),
  },
  {
    id: "12-knd",
    title: "Tổng hợp ý kiến nhận xét của đoàn thể nơi sinh hoạt và chi ủy nơi cư trú đối với đảng viên dự bị",
    phase: "recognition",
    writer: "cell",
    issuer: "cell",
    listed: [49],
    codes: numbered(confirmed("12-KNĐ"), "12C-KNĐ"),
  },
  {
    id: "bien-ban-cong-nhan",
    title: "Biên bản họp chi bộ xét, đề nghị công nhận đảng viên chính thức",
    phase: "recognition",
    writer: "cell",
    issuer: "cell",
    listed: [],
    codes: {},
  },
  {
    id: "13-knd",
    title: "Nghị quyết đề nghị công nhận đảng viên chính thức của chi bộ",
    phase: "recognition",
    writer: "cell",
    issuer: "cell",
    listed: [50],
    codes: numbered(confirmed("13-KNĐ"), "13-KNĐ"),
    when: ["underBase"],
  },
  {
    id: "15c-knd",
    title: "Nghị quyết đề nghị công nhận đảng viên chính thức của chi bộ cơ sở",
    phase: "recognition",
    writer: "cell",
    issuer: "cell",
    listed: [50],
    codes: numbered(confirmed("13-KNĐ"), "15C-KNĐ"),
    when: ["baseCell"],
  },
  {
    id: "14-knd",
    title: "Báo cáo của đảng ủy bộ phận thẩm định nghị quyết đề nghị công nhận đảng viên chính thức",
    phase: "recognition",
    writer: "section",
    issuer: "section",
    listed: [51],
    codes: numbered(assumed("14-KNĐ"), "14-KNĐ"),
    when: ["underSection"],
  },
  {
    id: "15-knd",
    title: "Nghị quyết đề nghị công nhận đảng viên chính thức của đảng ủy cơ sở",
    phase: "recognition",
    writer: "base",
    issuer: "base",
    listed: [52],
    codes: numbered(confirmed("15-KNĐ"), "15A-KNĐ"),
    when: ["underBase", "byUpper"],
  },
  {
    id: "15b-knd",
    title: "Nghị quyết công nhận đảng viên chính thức của đảng ủy cơ sở được ủy quyền",
    phase: "recognition",
    writer: "base",
    issuer: "base",
    listed: [52],
    codes: numbered(confirmed("15-KNĐ"), "15B-KNĐ"),
    when: ["underBase", "byBase"],
  },
  {
    id: "16-knd",
    title: "Quyết định công nhận đảng viên chính thức",
    phase: "recognition",
    writer: "upper",
    issuer: "decider",
    listed: [7],
    codes: numbered(assumed("16-KNĐ"), "16-KNĐ"),
    when: ["byUpper"],
  },
  {
    id: "16b-knd",
    title: "Quyết định công nhận đảng viên chính thức của đảng ủy cơ sở được ủy quyền",
    phase: "recognition",
    writer: "base",
    issuer: "decider",
    listed: [7],
    codes: numbered(assumed("16-KNĐ"), "16B-KNĐ"),
    when: ["byBase"],
  },
  {
    id: "bien-ban-cong-bo",
    title: "Biên bản công bố quyết định công nhận đảng viên chính thức",
    phase: "recognition",
    writer: "cell",
    issuer: "cell",
    listed: [],
    codes: {},
  },
  {
    id: "phieu-bao",
    title: "Phiếu báo đảng viên được công nhận chính thức",
    phase: "recognition",
    writer: "base",
    issuer: "base",
    listed: [100],
    codes: {},
    when: ["onRequest"],
  },
  {
    id: "xoa-ten",
    title: "Quyết định xóa tên đảng viên dự bị",
    phase: "ending",
    writer: "upper",
    issuer: "decider",
    listed: [8],
    codes: hanoiOnly("9F-KNĐ"),
  },
  {
    id: "huy-ket-nap",
    title: "Quyết định hủy quyết định kết nạp đảng viên",
    phase: "ending",
    writer: "upper",
    issuer: "decider",
    listed: [11],
    codes: hanoiOnly("9H-KNĐ"),
  },
  {
    id: "huy-ket-nap-lai",
    title: "Quyết định hủy quyết định kết nạp lại",
    phase: "ending",
    writer: "upper",
    issuer: "decider",
    listed: [12],
    codes: hanoiOnly("9K-KNĐ"),
    when: ["readmission"],
  },
  {
    id: "huy-cong-nhan",
    title: "Quyết định hủy quyết định công nhận đảng viên chính thức",
    phase: "ending",
    writer: "upper",
    issuer: "decider",
    listed: [13],
    codes: hanoiOnly("9L-KNĐ"),
  },
  {
    id: "lam-lai-ket-nap",
    title: "Công văn đề nghị làm lại thủ tục kết nạp đảng viên",
    phase: "ending",
    writer: "upper",
    issuer: "decider",
    listed: [98],
    codes: {},
  },
  {
    id: "lam-lai-cong-nhan",
    title: "Công văn đề nghị làm lại thủ tục công nhận đảng viên chính thức",
    phase: "ending",
    writer: "upper",
    issuer: "decider",
    listed: [99],
    codes: {},
  },
  {
    id: "dang-duoc-giup-do",
    title: "Giấy chứng nhận người vào Đảng đang trong thời gian được tổ chức đảng giúp đỡ, xem xét kết nạp",
    phase: "moving",
    writer: "base",
    issuer: "base",
    listed: [53],
    codes: {},
  },
  {
    id: "gioi-thieu-da-de-nghi",
    title: "Công văn giới thiệu người vào Đảng đã được chi bộ, đảng ủy cơ sở làm thủ tục đề nghị kết nạp",
    phase: "moving",
    writer: "base",
    issuer: "base",
    listed: [92],
    codes: {},
  },
  {
    id: "gioi-thieu-da-trinh",
    title: "Công văn giới thiệu người vào Đảng đã được cấp ủy cơ sở làm thủ tục đề nghị",
    phase: "moving",
    writer: "upper",
    issuer: "decider",
    listed: [93],
    codes: {},
  },
  {
    id: "gioi-thieu-da-quyet-dinh",
    title: "Công văn giới thiệu người vào Đảng đã được ra quyết định kết nạp",
    phase: "moving",
    writer: "upper",
    issuer: "decider",
    listed: [94, 95],
    codes: {},
  },
];

/** The centre's guidance in force on a day, and the province's where it has one. */
export function guidancesOn(day: PlainDate, province: string | null = null): Guidance[] {
  const newest = (of: string | null) =>
    GUIDANCES.filter((guidance) => guidance.province === of && guidance.from <= day).at(-1);
  const central = newest(null) ?? GUIDANCES[0];
  if (!central) throw new Error("no guidance");
  const local = province === null ? undefined : newest(province);
  return local ? [local, central] : [central];
}

/** The forms in force on a day, with their numbers; a province's number comes before the centre's. */
export function formsOn(day: PlainDate, province: string | null = null): DatedForm[] {
  const guidances = guidancesOn(day, province);
  return FORMS.flatMap((form) => {
    const guidance = guidances.find(({ name }) => form.codes[name]);
    const [first] = guidances;
    if (!first) return [];
    const code = guidance ? form.codes[guidance.name] : undefined;
    return [
      {
        ...form,
        code: code?.code ?? null,
        confirmed: code?.confirmed ?? false,
        guidance: guidance ?? first,
      },
    ];
  });
}

/** The form of this name, or null. */
export const formNamed = (id: string): Form | null => FORMS.find((form) => form.id === id) ?? null;

/** The step that a form is the paper of: it gives number and day. */
const STEP_OF: Readonly<Record<string, StepKind>> = {
  "nghi-quyet-cam-tinh": "sympathiserRecognised",
  "phan-cong-giup-do": "helperAssigned",
  "cn-ntvd": "certified",
  "1-knd": "applied",
  "1b-knd": "applied",
  "2-knd": "cvDeclared",
  "3-knd": "referred",
  "4-knd": "referred",
  "4a-knd": "referred",
  "4c-knd": "referred",
  "y-kien-phu-huynh": "parentsConsulted",
  "dong-y-lam-thu-tuc": "permissionGranted",
  "de-nghi-tham-tra": "verificationSent",
  "7-knd": "sectionAppraised",
  "5-knd": "opinionCollected",
  "bien-ban-chi-bo": "cellVoted",
  "6-knd": "cellVoted",
  "8c-knd": "cellVoted",
  "8-knd": "baseVoted",
  "8b-knd": "baseVoted",
  "9-knd": "decided",
  "9b-knd": "decided",
  "9c-knd": "decided",
  "9d-knd": "decided",
  "9e-knd": "decided",
  "chuong-trinh-le": "admitted",
  "bien-ban-le": "admitted",
  "phan-cong-giup-do-du-bi": "admitted",
  "cn-dvm": "newMemberCertified",
  "bien-ban-cong-nhan": "recognitionVoted",
  "13-knd": "recognitionVoted",
  "15c-knd": "recognitionVoted",
  "10-knd": "selfReviewed",
  "11-knd": "helperReported",
  "12-knd": "probationOpinionCollected",
  "14-knd": "recognitionAppraised",
  "15-knd": "recognitionBaseVoted",
  "15b-knd": "recognitionBaseVoted",
  "16-knd": "recognised",
  "16b-knd": "recognised",
  "huy-ket-nap": "decisionRevoked",
  "huy-ket-nap-lai": "decisionRevoked",
};

/** The kind of step that this form is the paper of, or null. */
export const stepOfForm = ({ id }: Pick<Form, "id">): StepKind | null => STEP_OF[id] ?? null;
