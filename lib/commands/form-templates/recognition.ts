import { opinionOf, opinionSummary, sectionReport } from "./admission";
import { attendance, head, signed, signedBy, type Template, title, votes } from "./layout";
import { type Block, CERTIFICATE, centred, flush, lines, p } from "./word";

const GROUNDS = [
  p("- Căn cứ Điều lệ Đảng Cộng sản Việt Nam;"),
  p("- Căn cứ {quy_dinh} về thi hành Điều lệ Đảng;"),
];

const cellResolution: Block[] = [
  ...head(),
  ...title("NGHỊ QUYẾT", "đề nghị công nhận đảng viên chính thức"),
  ...GROUNDS,
  p("- Xét bản tự kiểm điểm của đảng viên dự bị và các ý kiến nhận xét,"),
  p(
    "{chi_bo} họp {ngay_cong_nhan_hop} để xét, đề nghị công nhận đảng viên dự bị **{ho_ten}** (kết nạp {ngay_ket_nap}) là đảng viên chính thức.",
  ),
  ...attendance("cong_nhan_hop", "đảng viên chính thức"),
  p("Sau khi nghe báo cáo và thảo luận, chi bộ thống nhất kết luận về đảng viên dự bị **{ho_ten}** như sau:"),
  p("**Ưu điểm** (phẩm chất chính trị; đạo đức, lối sống; thực hiện nhiệm vụ; tổ chức kỷ luật):", {
    keepNext: true,
  }),
  ...lines(5),
  p("**Khuyết điểm:**", { keepNext: true }),
  ...lines(2),
  p(
    "Đã học lớp bồi dưỡng đảng viên mới, giấy chứng nhận số {so_chung_nhan_dang_vien_moi} {ngay_chung_nhan_dang_vien_moi}.",
  ),
  ...votes("cong_nhan_hop", "đảng viên chính thức", "đề nghị công nhận đảng viên chính thức"),
  p(
    "Chi bộ báo cáo {noi_bao_cao} xem xét, đề nghị công nhận đồng chí **{ho_ten}** là đảng viên chính thức, kể từ {ngay_het_du_bi}.",
  ),
  ...signed({ to: ["{noi_bao_cao} (để báo cáo),", "Lưu chi bộ."] }),
];

const baseResolution = (delegated: boolean): Block[] => [
  ...head({ numbered: true }),
  ...title(
    "NGHỊ QUYẾT",
    delegated ? "công nhận đảng viên chính thức" : "đề nghị công nhận đảng viên chính thức",
  ),
  ...GROUNDS,
  p("- Căn cứ Nghị quyết số {so_nghi_quyet_cong_nhan_hop} {ngay_cong_nhan_hop} của {chi_bo},"),
  p(
    "{dang_uy_co_so} họp {ngay_cong_nhan_dang_uy_hop} để xét công nhận đảng viên dự bị **{ho_ten}** (kết nạp {ngay_ket_nap}) là đảng viên chính thức.",
  ),
  p(
    "Tổng số cấp ủy viên được triệu tập: {cong_nhan_dang_uy_hop_trieu_tap} đồng chí. Có mặt: {cong_nhan_dang_uy_hop_co_mat} đồng chí. Vắng mặt: {cong_nhan_dang_uy_hop_vang} đồng chí, lý do: ~",
  ),
  p("Chủ trì hội nghị: đồng chí ~"),
  p("Thư ký hội nghị: đồng chí ~"),
  p("Sau khi thảo luận, {dang_uy_co_so} thống nhất kết luận về đảng viên dự bị **{ho_ten}** như sau:", {
    keepNext: true,
  }),
  ...lines(4),
  p(
    "Số cấp ủy viên tán thành công nhận đảng viên chính thức: {cong_nhan_dang_uy_hop_tan_thanh} đồng chí, đạt {cong_nhan_dang_uy_hop_ty_le} so với số được triệu tập; không tán thành: {cong_nhan_dang_uy_hop_khong_tan_thanh} đồng chí, với lý do: ~",
  ),
  p(
    delegated
      ? "{dang_uy_co_so} quyết nghị công nhận đồng chí **{ho_ten}** là đảng viên chính thức, kể từ {ngay_het_du_bi}."
      : "{dang_uy_co_so} đề nghị {cap_quyet_dinh} xem xét, công nhận đồng chí **{ho_ten}** là đảng viên chính thức, kể từ {ngay_het_du_bi}.",
  ),
  ...signed({
    to: [...(delegated ? [] : ["{cap_uy_quyet_dinh} (để báo cáo),"]), "{chi_bo},", "Lưu đảng ủy."],
  }),
];

/** The ceremony, the probation and what recognition asks for. */
export const recognitionTemplates: Template[] = [
  {
    id: "chuong-trinh-le",
    title: "Chương trình lễ kết nạp đảng viên",
    blocks: [
      ...head({ numbered: false }),
      ...title("CHƯƠNG TRÌNH", "lễ kết nạp đảng viên"),
      p("Người được kết nạp: **{ho_ten}**, theo Quyết định số {so_quyet_dinh} {ngay_quyet_dinh}."),
      p("Thời gian: …… giờ ……, {ngay_ket_nap}."),
      p("Địa điểm: ~"),
      p("**1.** Chào cờ (hát Quốc ca, Quốc tế ca)."),
      p("**2.** Tuyên bố lý do, giới thiệu đại biểu."),
      p("**3.** Bí thư hoặc đại diện chi ủy báo cáo tóm tắt quá trình phấn đấu của người vào Đảng."),
      p("**4.** Công bố và trao Quyết định kết nạp đảng viên của {cap_quyet_dinh}."),
      p("**5.** Đảng viên mới đọc lời tuyên thệ (theo nội dung dưới đây)."),
      p("**6.** Đại diện chi ủy nói về nhiệm vụ, quyền hạn của đảng viên và nhiệm vụ của chi bộ."),
      p("**7.** Chi bộ phân công đồng chí {dang_vien_giup_do_du_bi} giúp đỡ đảng viên dự bị."),
      p("**8.** Đại diện cấp ủy cấp trên phát biểu ý kiến (nếu có)."),
      p("**9.** Bế mạc (hát Quốc ca, Quốc tế ca)."),
      centred("**LỜI TUYÊN THỆ**", { before: 160, keepNext: true }),
      flush("Dưới cờ Đảng vẻ vang, trước Chi bộ và toàn Đảng, tôi xin tuyên thệ:", { italic: true }),
      ...lines(3),
      flush("(Lời tuyên thệ ghi theo văn bản hướng dẫn hiện hành.)", { italic: true, size: 24 }),
      ...signed({ to: ["Lưu chi bộ."] }),
    ],
  },
  {
    id: "bien-ban-le",
    title: "Biên bản lễ kết nạp đảng viên",
    blocks: [
      ...head({ numbered: false }),
      ...title("BIÊN BẢN", "lễ kết nạp đảng viên"),
      p(
        "{chi_bo} tổ chức lễ kết nạp đảng viên {ngay_ket_nap}, đối với **{ho_ten}**, sinh ngày {sinh_ngay}, theo Quyết định số {so_quyet_dinh} {ngay_quyet_dinh} của {cap_quyet_dinh}.",
      ),
      p("Chi bộ nhận quyết định {ngay_nhan_quyet_dinh}."),
      p("Địa điểm: ~"),
      p("Thành phần dự: đảng viên ……… đồng chí; đại biểu: ~"),
      p("Chủ trì: đồng chí ~"),
      p("Thư ký: đồng chí ~"),
      centred("**DIỄN BIẾN**", { before: 100, keepNext: true }),
      p("**1.** Chào cờ; tuyên bố lý do, giới thiệu đại biểu."),
      p(
        "**2.** Đại diện chi ủy báo cáo quá trình phấn đấu; công bố và trao quyết định cho đồng chí **{ho_ten}**.",
      ),
      p("**3.** Đồng chí **{ho_ten}** đọc lời tuyên thệ."),
      p(
        "**4.** Chi bộ phân công đồng chí {dang_vien_giup_do_du_bi} giúp đỡ đảng viên dự bị. Thời gian dự bị tính từ ngày tổ chức lễ kết nạp, đến {ngay_het_du_bi}.",
      ),
      p("**5.** Ý kiến phát biểu:", { keepNext: true }),
      ...lines(5),
      p("Lễ kết nạp kết thúc vào …… giờ …… cùng ngày."),
      ...signedBy("THƯ KÝ", "CHỦ TRÌ"),
    ],
  },
  {
    id: "phan-cong-giup-do-du-bi",
    title: "Nghị quyết phân công đảng viên giúp đỡ đảng viên dự bị",
    blocks: [
      ...head(),
      ...title("NGHỊ QUYẾT", "phân công đảng viên chính thức giúp đỡ đảng viên dự bị"),
      ...GROUNDS,
      p("- Căn cứ Quyết định số {so_quyet_dinh} {ngay_quyet_dinh} của {cap_quyet_dinh},"),
      centred("**CHI BỘ QUYẾT NGHỊ**", { before: 120, keepNext: true }),
      p(
        "**1.** Phân công đồng chí {dang_vien_giup_do_du_bi} theo dõi, giúp đỡ đảng viên dự bị **{ho_ten}** trong thời gian dự bị, từ {ngay_ket_nap} đến {ngay_het_du_bi}.",
      ),
      p("**2.** Khi hết thời gian dự bị, đảng viên được phân công có bản nhận xét gửi chi bộ."),
      p("**3.** Các đồng chí có tên trên chịu trách nhiệm thực hiện Nghị quyết này."),
      ...signed({ to: ["{noi_bao_cao} (để báo cáo),", "Đồng chí có tên trên,", "Lưu chi bộ."] }),
    ],
  },
  {
    id: "cn-dvm",
    title: "Giấy chứng nhận học lớp bồi dưỡng đảng viên mới",
    sheet: "certificate",
    blocks: [
      centred("**++ĐẢNG CỘNG SẢN VIỆT NAM++**", { size: 30 }),
      centred("**…………………………………………**", { after: 400 }),
      centred("**GIẤY CHỨNG NHẬN**", { size: 48, after: 0 }),
      centred("**học lớp bồi dưỡng đảng viên mới**", { size: 32, after: 240 }),
      p("Chứng nhận đồng chí: **{ho_ten_hoa}**", { ...CERTIFICATE, size: 36 }),
      p("Sinh ngày: {sinh_ngay}", CERTIFICATE),
      p("Kết nạp vào Đảng: {ngay_ket_nap}", CERTIFICATE),
      p("Đơn vị: {chi_bo}, {dang_bo_co_so}", CERTIFICATE),
      p("Đã học xong chương trình lớp bồi dưỡng đảng viên mới,", CERTIFICATE),
      p("từ ngày ……………………… đến ngày ………………………", CERTIFICATE),
      p("Xếp loại: ……………………………", CERTIFICATE),
      p("Số: {so_chung_nhan_dang_vien_moi}", { ...CERTIFICATE, after: 240 }),
      flush("__Cấp {ngay_chung_nhan_dang_vien_moi}__", { align: "right", after: 0 }),
      flush("**GIÁM ĐỐC**" + "\u00a0".repeat(24), { align: "right", after: 0 }),
      flush("__(ký, ghi rõ họ và tên, đóng dấu)__" + "\u00a0".repeat(8), { align: "right", size: 24 }),
    ],
  },
  {
    id: "12a-knd",
    title: "Ý kiến nhận xét của đoàn thể đối với đảng viên dự bị",
    blocks: opinionOf("mass", "đảng viên dự bị"),
  },
  {
    id: "12b-knd",
    title: "Ý kiến nhận xét của chi ủy nơi cư trú đối với đảng viên dự bị",
    blocks: opinionOf("residence", "đảng viên dự bị"),
  },
  {
    id: "12-knd",
    title: "Tổng hợp ý kiến nhận xét đối với đảng viên dự bị",
    blocks: opinionSummary("đảng viên dự bị"),
  },
  {
    id: "13-knd",
    title: "Nghị quyết đề nghị công nhận đảng viên chính thức của chi bộ",
    blocks: cellResolution,
  },
  {
    id: "15c-knd",
    title: "Nghị quyết đề nghị công nhận đảng viên chính thức của chi bộ cơ sở",
    blocks: cellResolution,
  },
  {
    id: "14-knd",
    title: "Báo cáo thẩm định nghị quyết đề nghị công nhận đảng viên chính thức",
    blocks: sectionReport("recognition"),
  },
  {
    id: "15-knd",
    title: "Nghị quyết đề nghị công nhận đảng viên chính thức của đảng ủy cơ sở",
    blocks: baseResolution(false),
  },
  {
    id: "15b-knd",
    title: "Nghị quyết công nhận đảng viên chính thức của đảng ủy cơ sở được ủy quyền",
    blocks: baseResolution(true),
  },
  {
    id: "bien-ban-cong-bo",
    title: "Biên bản công bố quyết định công nhận đảng viên chính thức",
    blocks: [
      ...head({ numbered: false }),
      ...title("BIÊN BẢN", "công bố quyết định công nhận đảng viên chính thức"),
      p(
        "Ngày …… tháng …… năm ………, tại kỳ sinh hoạt chi bộ, {chi_bo} công bố Quyết định số {so_quyet_dinh_cong_nhan} {ngay_quyet_dinh_cong_nhan} của {cap_quyet_dinh} công nhận đồng chí **{ho_ten}** là đảng viên chính thức, kể từ {cong_nhan_tu_ngay}.",
      ),
      p("Có mặt: ……… đảng viên."),
      p("Chủ trì: đồng chí ~"),
      p("Thư ký: đồng chí ~"),
      p("Ý kiến phát biểu:", { keepNext: true }),
      ...lines(6),
      ...signedBy("THƯ KÝ", "CHỦ TRÌ"),
    ],
  },
  {
    id: "phieu-bao",
    title: "Phiếu báo đảng viên được công nhận chính thức",
    blocks: [
      ...head(),
      ...title("PHIẾU BÁO", "đảng viên được công nhận chính thức"),
      p("Kính gửi: ~"),
      p("{noi_ban_hanh} báo để đồng chí biết và quản lý:"),
      p("Đồng chí: **{ho_ten}**, sinh ngày {sinh_ngay}"),
      p("Kết nạp vào Đảng: {ngay_ket_nap}"),
      p("Được công nhận đảng viên chính thức từ {cong_nhan_tu_ngay}"),
      p("Theo Quyết định số {so_quyet_dinh_cong_nhan} {ngay_quyet_dinh_cong_nhan} của {cap_quyet_dinh}"),
      p("Đang sinh hoạt tại: {chi_bo}, {dang_bo_co_so}"),
      ...signed({ to: ["Như trên,", "Lưu."] }),
    ],
  },
];
