import { head, signed, type Template, title } from "./layout";
import { type Block, centred, p } from "./word";

const ORDERS = centred("**{co_quan_quyet_dinh}**", { before: 160, after: 0, keepNext: true });
const DECIDES = centred("**QUYẾT ĐỊNH**", { keepNext: true });

const TO = ["{dang_uy_co_so},", "{chi_bo},", "Người có tên tại Điều 1,", "Lưu hồ sơ."];

type Decision = { about: string; grounds: string[]; articles: string[] };

/** A decision on one person: grounds, who decides, articles. */
const decision = ({ about, grounds, articles }: Decision): Block[] => [
  ...head(),
  ...title("QUYẾT ĐỊNH", about),
  p("- Căn cứ Điều lệ Đảng Cộng sản Việt Nam và {quy_dinh} về thi hành Điều lệ Đảng;"),
  p("- Căn cứ {huong_dan} về một số vấn đề cụ thể thi hành Điều lệ Đảng;"),
  ...grounds.map((ground, place) => p(`- ${ground}${place === grounds.length - 1 ? "," : ";"}`)),
  ORDERS,
  DECIDES,
  ...articles.map((article, place) => p(`**Điều ${place + 1}.** ${article}`)),
  ...signed({ to: TO }),
];

const CELL = "Xét Nghị quyết số {so_nghi_quyet_chi_bo_hop} {ngay_chi_bo_hop} của {chi_bo}";
const BASE =
  "Xét Nghị quyết số {so_nghi_quyet_dang_uy_hop} {ngay_dang_uy_hop} của {dang_uy_co_so} về việc đề nghị kết nạp đảng viên";
const WHO = "**{ho_ten}**, sinh ngày {sinh_ngay}, giới tính: {gioi_tinh}, dân tộc: {dan_toc}";
const CEREMONY =
  "{chi_bo} có trách nhiệm công bố quyết định, tổ chức lễ kết nạp trong thời hạn 30 ngày làm việc theo quy định; phân công đảng viên chính thức tiếp tục giúp đỡ đảng viên dự bị.";
const effect = (who = "quần chúng **{ho_ten}**") =>
  `{dang_uy_co_so}, {chi_bo} và ${who} chịu trách nhiệm thi hành Quyết định này. Quyết định có hiệu lực kể từ ngày ký.`;

const CELL_RECOGNITION = "Xét Nghị quyết số {so_nghi_quyet_cong_nhan_hop} {ngay_cong_nhan_hop} của {chi_bo}";
const recognition = (delegated: boolean): Decision => ({
  about: "công nhận đảng viên chính thức",
  grounds: [
    CELL_RECOGNITION,
    ...(delegated
      ? ["Căn cứ kết quả biểu quyết của {dang_uy_co_so}"]
      : [
          "Xét Nghị quyết số ………………… ngày …… tháng …… năm ……… của {dang_uy_co_so} về việc đề nghị công nhận đảng viên chính thức",
        ]),
  ],
  articles: [
    `Công nhận đảng viên dự bị ${WHO}, kết nạp vào Đảng {ngay_ket_nap}, là đảng viên chính thức, kể từ {cong_nhan_tu_ngay}.`,
    "{chi_bo} có trách nhiệm công bố quyết định tại kỳ sinh hoạt chi bộ gần nhất và ghi vào danh sách đảng viên chính thức.",
    effect("đồng chí **{ho_ten}**"),
  ],
});

const revocation = (of: string, number: string, day: string): Decision => ({
  about: `hủy ${of}`,
  grounds: ["Xét đề nghị của {dang_uy_co_so}", "Xét lý do: {ly_do_huy}"],
  articles: [
    `Hủy Quyết định số ${number} ${day} về việc ${of.replace(/^quyết định /, "")} đối với ${WHO}.`,
    "Thu hồi tài liệu, hồ sơ đã giao theo quyết định bị hủy và lưu giữ theo quy định.",
    effect("người có tên tại Điều 1"),
  ],
});

const redo = (what: string): Block[] => [
  ...head(),
  ...title("CÔNG VĂN", `đề nghị làm lại thủ tục ${what}`),
  p("Kính gửi: - {dang_uy_co_so};", { after: 40 }),
  p(`${"\u00a0".repeat(16)}- {chi_bo}.`, { after: 160 }),
  p(
    `Qua xem xét hồ sơ của **{ho_ten}**, sinh ngày {sinh_ngay}, {noi_ban_hanh} thấy việc ${what} chưa đúng thủ tục (thẩm quyền) ở các nội dung sau:`,
  ),
  p("~"),
  p("~"),
  p("~"),
  p(
    `Đề nghị {dang_uy_co_so} chỉ đạo {chi_bo} làm lại thủ tục ${what} theo đúng quy định, gửi hồ sơ về {noi_ban_hanh} trước ngày …… tháng …… năm ………`,
  ),
  ...signed({ to: ["Như trên,", "Lưu."] }),
];

/** What the competent committee decides and writes. */
export const decisionTemplates: Template[] = [
  {
    id: "9-knd",
    title: "Quyết định kết nạp đảng viên",
    blocks: decision({
      about: "kết nạp đảng viên",
      grounds: [CELL, BASE],
      articles: [`Kết nạp quần chúng ${WHO}, vào Đảng Cộng sản Việt Nam.`, CEREMONY, effect()],
    }),
  },
  {
    id: "9b-knd",
    title: "Quyết định kết nạp đảng viên của đảng ủy cơ sở được ủy quyền",
    blocks: decision({
      about: "kết nạp đảng viên",
      grounds: [
        "Căn cứ quyết định ủy quyền quyết định kết nạp đảng viên của cấp ủy cấp trên",
        CELL,
        "Căn cứ Nghị quyết số {so_nghi_quyet_dang_uy_hop} {ngay_dang_uy_hop} của {dang_uy_co_so}",
      ],
      articles: [`Kết nạp quần chúng ${WHO}, vào Đảng Cộng sản Việt Nam.`, CEREMONY, effect()],
    }),
  },
  {
    id: "9c-knd",
    title: "Quyết định kết nạp lại người vào Đảng",
    blocks: decision({
      about: "kết nạp lại người vào Đảng",
      grounds: [
        "Căn cứ văn bản đồng ý số ………………… ngày …… tháng …… năm ……… của Ban Thường vụ {cap_uy_tinh}",
        CELL,
        BASE,
      ],
      articles: [`Kết nạp lại quần chúng ${WHO}, vào Đảng Cộng sản Việt Nam.`, CEREMONY, effect()],
    }),
  },
  {
    id: "9d-knd",
    title: "Quyết định kết nạp đảng viên khi có văn bản đồng ý của cấp tỉnh",
    blocks: decision({
      about: "kết nạp đảng viên",
      grounds: [
        "Căn cứ văn bản đồng ý số ………………… ngày …… tháng …… năm ……… của Ban Thường vụ {cap_uy_tinh}",
        CELL,
        BASE,
      ],
      articles: [`Kết nạp quần chúng ${WHO}, vào Đảng Cộng sản Việt Nam.`, CEREMONY, effect()],
    }),
  },
  {
    id: "9e-knd",
    title: "Quyết định kết nạp đảng viên đối với người chuyển đơn vị",
    blocks: decision({
      about: "kết nạp đảng viên",
      grounds: [
        CELL,
        "Xét Công văn số ………………… ngày …… tháng …… năm ……… của ………………………………………… giới thiệu người vào Đảng chuyển đơn vị",
      ],
      articles: [
        `Kết nạp quần chúng ${WHO}, vào Đảng Cộng sản Việt Nam; giao {chi_bo}, {dang_bo_co_so} quản lý.`,
        CEREMONY,
        effect(),
      ],
    }),
  },
  {
    id: "16-knd",
    title: "Quyết định công nhận đảng viên chính thức",
    blocks: decision(recognition(false)),
  },
  {
    id: "16b-knd",
    title: "Quyết định công nhận đảng viên chính thức của đảng ủy cơ sở được ủy quyền",
    blocks: decision(recognition(true)),
  },
  {
    id: "xoa-ten",
    title: "Quyết định xóa tên đảng viên dự bị",
    blocks: decision({
      about: "xóa tên đảng viên dự bị trong danh sách đảng viên",
      grounds: [
        "Xét đề nghị của {chi_bo} và {dang_uy_co_so}",
        "Xét quá trình rèn luyện trong thời gian dự bị",
      ],
      articles: [
        `Xóa tên đảng viên dự bị ${WHO}, kết nạp {ngay_ket_nap}, trong danh sách đảng viên. Lý do: {ly_do_xoa_ten}.`,
        "{chi_bo} có trách nhiệm công bố quyết định và thu hồi tài liệu, hồ sơ đã giao theo quy định.",
        effect("người có tên tại Điều 1"),
      ],
    }),
  },
  {
    id: "huy-ket-nap",
    title: "Quyết định hủy quyết định kết nạp đảng viên",
    blocks: decision(revocation("quyết định kết nạp đảng viên", "{so_quyet_dinh}", "{ngay_quyet_dinh}")),
  },
  {
    id: "huy-ket-nap-lai",
    title: "Quyết định hủy quyết định kết nạp lại",
    blocks: decision(
      revocation("quyết định kết nạp lại người vào Đảng", "{so_quyet_dinh}", "{ngay_quyet_dinh}"),
    ),
  },
  {
    id: "huy-cong-nhan",
    title: "Quyết định hủy quyết định công nhận đảng viên chính thức",
    blocks: decision(
      revocation(
        "quyết định công nhận đảng viên chính thức",
        "{so_quyet_dinh_cong_nhan}",
        "{ngay_quyet_dinh_cong_nhan}",
      ),
    ),
  },
  {
    id: "lam-lai-ket-nap",
    title: "Công văn đề nghị làm lại thủ tục kết nạp đảng viên",
    blocks: redo("kết nạp đảng viên"),
  },
  {
    id: "lam-lai-cong-nhan",
    title: "Công văn đề nghị làm lại thủ tục công nhận đảng viên chính thức",
    blocks: redo("công nhận đảng viên chính thức"),
  },
];
