import {
  attendance,
  head,
  personHead,
  signed,
  signedBy,
  type Template,
  title,
  unionHead,
  votes,
} from "./layout";
import { type Block, centred, flush, lines, p, table } from "./word";

const GROUNDS = [
  p("- Căn cứ Điều lệ Đảng Cộng sản Việt Nam;"),
  p("- Căn cứ {quy_dinh} về thi hành Điều lệ Đảng;"),
];

const unionResolution = (body: string, kind: "đoàn viên ưu tú" | "đoàn viên công đoàn"): Block[] => [
  ...unionHead,
  ...title("NGHỊ QUYẾT", `giới thiệu ${kind} vào Đảng`),
  p("- Căn cứ Điều lệ Đảng Cộng sản Việt Nam;"),
  p(
    `- Căn cứ Điều lệ ${kind === "đoàn viên ưu tú" ? "Đoàn TNCS Hồ Chí Minh" : "Công đoàn Việt Nam"} và quá trình rèn luyện, phấn đấu của đoàn viên,`,
  ),
  p(
    `${body} họp ngày …… tháng …… năm ………, có mặt ……… / ……… đồng chí, đã xét và giới thiệu với {chi_bo} đoàn viên **{ho_ten}**, sinh ngày {sinh_ngay}, dân tộc: {dan_toc}, trình độ: {hoc_van}, nghề nghiệp: {nghe_nghiep}.`,
  ),
  p("**1.** Những ưu điểm, khuyết điểm chính:", { keepNext: true }),
  ...lines(7),
  p(
    "**2.** Số tán thành giới thiệu: ……… đồng chí, đạt ……… %; không tán thành: ……… đồng chí, với lý do: ~",
    {},
  ),
  p(
    "**3.** Đề nghị {chi_bo} xem xét, đề nghị kết nạp đoàn viên **{ho_ten}** vào Đảng. Chúng tôi chịu trách nhiệm về việc giới thiệu này.",
  ),
  ...signed({
    to: ["{chi_bo},", "Lưu."],
    by: kind === "đoàn viên ưu tú" ? "T/M BAN CHẤP HÀNH ĐOÀN" : "T/M BAN CHẤP HÀNH CÔNG ĐOÀN",
    as: kind === "đoàn viên ưu tú" ? "BÍ THƯ" : "CHỦ TỊCH",
  }),
];

/** Opinion of one organisation about the person or the probationer. */
export const opinionOf = (
  whose: "mass" | "residence",
  about: "người vào Đảng" | "đảng viên dự bị",
): Block[] => [
  ...(whose === "mass" ? unionHead : personHead()),
  ...title(
    "Ý KIẾN NHẬN XÉT",
    `của ${whose === "mass" ? "đoàn thể chính trị – xã hội nơi sinh hoạt" : "chi ủy (chi bộ) nơi cư trú"} đối với ${about}`,
  ),
  p("Kính gửi: {chi_bo}"),
  p(
    `${whose === "mass" ? "Ban Chấp hành" : "Chi ủy (chi bộ)"} ………………………………………………… nhận xét về ${about === "người vào Đảng" ? "quần chúng" : "đồng chí"} **{ho_ten}**, sinh ngày {sinh_ngay}, như sau:`,
  ),
  p("**Ưu điểm:**", { keepNext: true }),
  ...lines(8),
  p("**Khuyết điểm:**", { keepNext: true }),
  ...lines(5),
  p("**Ý kiến khác:**", { keepNext: true }),
  ...lines(3),
  ...(whose === "mass" ? signed({ by: "T/M BAN CHẤP HÀNH", as: "" }) : signedBy("T/M CHI ỦY (CHI BỘ)")),
];

/** The cell's summary of all opinions. */
export const opinionSummary = (about: "người vào Đảng" | "đảng viên dự bị"): Block[] => {
  const small = { after: 0, size: 26 };
  const list = about === "người vào Đảng" ? "ds_y_kien" : "ds_y_kien_du_bi";
  return [
    ...head({ numbered: false }),
    ...title(
      "TỔNG HỢP Ý KIẾN NHẬN XÉT",
      `của đoàn thể chính trị – xã hội nơi sinh hoạt và chi ủy nơi cư trú đối với ${about}`,
    ),
    p("Kính gửi: {chi_bo}"),
    p(
      `Chi ủy đã lấy ý kiến nhận xét về ${about === "người vào Đảng" ? "quần chúng" : "đồng chí"} **{ho_ten}**, sinh ngày {sinh_ngay}, gồm:`,
    ),
    table(
      [4354, 3000, 2000],
      [
        [centred("**Ý kiến của**", small), centred("**Ngày**", small), centred("**Số văn bản**", small)],
        [
          flush(`{#${list}}{cua}`, { ...small, align: "left" }),
          centred("{ngay}", small),
          centred(`{so}{/${list}}`, small),
        ],
      ],
      { borders: true },
    ),
    p("**1. Đại diện các đoàn thể nơi sinh hoạt:** số được hỏi ……… người; số tán thành ……… người.", {
      before: 160,
      keepNext: true,
    }),
    p("Ưu điểm:", { keepNext: true }),
    ...lines(4),
    p("Khuyết điểm:", { keepNext: true }),
    ...lines(3),
    p("**2. Chi ủy (chi bộ) nơi cư trú:** số được hỏi ……… đồng chí; số tán thành ……… đồng chí.", {
      keepNext: true,
    }),
    p("Ưu điểm:", { keepNext: true }),
    ...lines(4),
    p("Khuyết điểm:", { keepNext: true }),
    ...lines(3),
    p("**3. Ý kiến khác (nếu có):**", { keepNext: true }),
    ...lines(2),
    ...signed({ to: ["{chi_bo},", "Lưu hồ sơ."], by: "T/M CHI ỦY (CHI BỘ)" }),
  ];
};

const cellResolution: Block[] = [
  ...head(),
  ...title("NGHỊ QUYẾT", "đề nghị kết nạp đảng viên"),
  ...GROUNDS,
  p("- Căn cứ nguyện vọng và quá trình phấn đấu của quần chúng xin vào Đảng,"),
  p(
    "{chi_bo} họp {ngay_chi_bo_hop} để xét, đề nghị kết nạp quần chúng **{ho_ten}** (sinh ngày {sinh_ngay}) vào Đảng.",
  ),
  ...attendance("chi_bo_hop", "đảng viên chính thức"),
  p("Sau khi nghe báo cáo và thảo luận, chi bộ thống nhất kết luận về người xin vào Đảng như sau:"),
  p("- Về lý lịch: kết quả thẩm tra {ket_qua_tham_tra} ({ngay_tham_tra}). ~"),
  p("- Về phẩm chất chính trị: ~"),
  ...lines(1),
  p("- Về đạo đức, lối sống: ~"),
  ...lines(1),
  p("- Về năng lực công tác: ~"),
  ...lines(1),
  p("- Về quan hệ quần chúng: ~"),
  ...lines(1),
  p("Đối chiếu với tiêu chuẩn và điều kiện kết nạp đảng viên, chi bộ đã biểu quyết."),
  ...votes("chi_bo_hop", "đảng viên chính thức", "kết nạp quần chúng **{ho_ten}** vào Đảng"),
  p("Chi bộ báo cáo {noi_bao_cao} xem xét, đề nghị kết nạp quần chúng **{ho_ten}** vào Đảng."),
  ...signed({ to: ["{noi_bao_cao} (để báo cáo),", "Lưu chi bộ."] }),
];

const baseResolution = (delegated: boolean): Block[] => [
  ...head(),
  ...title("NGHỊ QUYẾT", delegated ? "kết nạp đảng viên" : "đề nghị kết nạp đảng viên"),
  ...GROUNDS,
  p("- Căn cứ Nghị quyết số {so_nghi_quyet_chi_bo_hop} {ngay_chi_bo_hop} của {chi_bo},"),
  p("{dang_uy_co_so} họp {ngay_dang_uy_hop} để xét kết nạp quần chúng **{ho_ten}** vào Đảng."),
  ...attendance("dang_uy_hop", "cấp ủy viên"),
  p(
    "Sau khi xem xét lý lịch, kết quả thẩm tra và các văn bản kèm theo, {dang_uy_co_so} kết luận quần chúng **{ho_ten}**, sinh ngày {sinh_ngay}, có:",
  ),
  p("- Những ưu điểm, khuyết điểm chính:", { keepNext: true }),
  ...lines(4),
  p("Đối chiếu với tiêu chuẩn và điều kiện kết nạp đảng viên, đảng ủy đã biểu quyết."),
  ...votes("dang_uy_hop", "cấp ủy viên", "kết nạp quần chúng **{ho_ten}** vào Đảng"),
  p(
    delegated
      ? "{dang_uy_co_so} quyết nghị kết nạp quần chúng **{ho_ten}** vào Đảng và ban hành quyết định kết nạp."
      : "{dang_uy_co_so} báo cáo và đề nghị {cap_quyet_dinh} xem xét, quyết định kết nạp quần chúng **{ho_ten}** vào Đảng.",
  ),
  ...signed({
    to: [...(delegated ? [] : ["{cap_uy_quyet_dinh} (để báo cáo),"]), "{chi_bo},", "Lưu đảng ủy."],
  }),
];

/** The section committee only appraises the cell's resolution. */
export const sectionReport = (about: "admission" | "recognition"): Block[] => {
  const prefix = about === "admission" ? "chi_bo_hop" : "cong_nhan_hop";
  const what =
    about === "admission"
      ? "đề nghị kết nạp quần chúng **{ho_ten}** vào Đảng"
      : "đề nghị công nhận đồng chí **{ho_ten}** là đảng viên chính thức";
  return [
    ...head(),
    ...title(
      "BÁO CÁO",
      `thẩm định nghị quyết đề nghị ${about === "admission" ? "kết nạp đảng viên" : "công nhận đảng viên chính thức"} của chi bộ`,
    ),
    p("Kính gửi: {dang_uy_co_so}"),
    p(
      `Ngày …… tháng …… năm ………, {dang_uy_bo_phan} đã họp thẩm định Nghị quyết số {so_nghi_quyet_${prefix}} {ngay_${prefix}} của {chi_bo} ${what}.`,
    ),
    p("Tổng số đảng ủy viên: ……… đồng chí. Có mặt: ……… đồng chí. Vắng mặt: ……… đồng chí, lý do: ~"),
    p("**1.** Thẩm định về lý lịch, hồ sơ, thủ tục:", { keepNext: true }),
    ...lines(4),
    p("**2.** Thẩm định về tiêu chuẩn, điều kiện:", { keepNext: true }),
    ...lines(4),
    p(
      `**3.** Kết quả biểu quyết của chi bộ: tán thành {${prefix}_tan_thanh} đồng chí, đạt {${prefix}_ty_le}.`,
    ),
    p(
      "**4.** Số đảng ủy viên tán thành: ……… đồng chí, đạt ……… %; không tán thành: ……… đồng chí, với lý do: ~",
    ),
    p("Kính đề nghị {dang_uy_co_so} xem xét, quyết nghị."),
    ...signed({ to: ["{dang_uy_co_so} (để báo cáo),", "Lưu đảng ủy bộ phận."] }),
  ];
};

/** From the introduction by the mass organisation to the resolution of the base. */
export const admissionTemplates: Template[] = [
  {
    id: "4-knd",
    title: "Nghị quyết giới thiệu đoàn viên ưu tú vào Đảng",
    blocks: unionResolution("Ban Chấp hành Đoàn cơ sở (tập thể chi đoàn cơ sở)", "đoàn viên ưu tú"),
  },
  {
    id: "4c-knd",
    title: "Nghị quyết giới thiệu đoàn viên ưu tú vào Đảng của Ban Thường vụ Đoàn cấp xã",
    blocks: unionResolution("Ban Thường vụ Đoàn xã (phường)", "đoàn viên ưu tú"),
  },
  {
    id: "4a-knd",
    title: "Nghị quyết giới thiệu đoàn viên công đoàn vào Đảng",
    blocks: unionResolution("Ban Chấp hành công đoàn cơ sở", "đoàn viên công đoàn"),
  },
  {
    id: "5a-knd",
    title: "Ý kiến nhận xét của đoàn thể đối với người vào Đảng",
    blocks: opinionOf("mass", "người vào Đảng"),
  },
  {
    id: "5b-knd",
    title: "Ý kiến nhận xét của chi ủy nơi cư trú đối với người vào Đảng",
    blocks: opinionOf("residence", "người vào Đảng"),
  },
  {
    id: "5-knd",
    title: "Tổng hợp ý kiến nhận xét đối với người vào Đảng",
    blocks: opinionSummary("người vào Đảng"),
  },
  { id: "6-knd", title: "Nghị quyết đề nghị kết nạp đảng viên của chi bộ", blocks: cellResolution },
  { id: "8c-knd", title: "Nghị quyết đề nghị kết nạp đảng viên của chi bộ cơ sở", blocks: cellResolution },
  {
    id: "7-knd",
    title: "Báo cáo thẩm định nghị quyết đề nghị kết nạp đảng viên",
    blocks: sectionReport("admission"),
  },
  {
    id: "8-knd",
    title: "Nghị quyết đề nghị kết nạp đảng viên của đảng ủy cơ sở",
    blocks: baseResolution(false),
  },
  {
    id: "8b-knd",
    title: "Nghị quyết kết nạp đảng viên của đảng ủy cơ sở được ủy quyền",
    blocks: baseResolution(true),
  },
];
