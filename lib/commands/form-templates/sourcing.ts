import { attendance, head, personHead, signed, signedBy, type Template, title, votes } from "./layout";
import { CERTIFICATE, centred, flush, lines, p } from "./word";

const PERSON =
  "Quần chúng **{ho_ten}**, sinh ngày {sinh_ngay}; dân tộc: {dan_toc}; trình độ giáo dục phổ thông: {hoc_van}; " +
  "nghề nghiệp: {nghe_nghiep}.";

const cellGrounds = [
  p("- Căn cứ Điều lệ Đảng Cộng sản Việt Nam và {quy_dinh} về thi hành Điều lệ Đảng;"),
  p("- Căn cứ {huong_dan} về một số vấn đề cụ thể thi hành Điều lệ Đảng;"),
];

/** Before the application: sympathiser, helper, class, permission to begin. */
export const sourcingTemplates: Template[] = [
  {
    id: "nghi-quyet-cam-tinh",
    title: "Nghị quyết đưa quần chúng ưu tú vào diện cảm tình Đảng",
    blocks: [
      ...head(),
      ...title("NGHỊ QUYẾT", "đưa quần chúng ưu tú vào diện cảm tình Đảng và phân công đảng viên giúp đỡ"),
      ...cellGrounds,
      p(
        "Trên cơ sở giới thiệu của {nguon}, {chi_bo} đã họp {ngay_cam_tinh} để lựa chọn quần chúng ưu tú đưa vào diện cảm tình Đảng.",
      ),
      p(
        "Số đảng viên chính thức được triệu tập: ……… đồng chí. Có mặt: ……… đồng chí. Tán thành: ……… đồng chí, đạt ……… %.",
      ),
      centred("**CHI BỘ QUYẾT NGHỊ**", { before: 120, keepNext: true }),
      p("**1.** Đưa vào diện cảm tình Đảng:"),
      p(PERSON),
      p("**2.** Phân công đảng viên chính thức theo dõi, giúp đỡ:"),
      p('{#ds_giup_do [loopOver: "paragraph"]}- Đồng chí {ten}, từ {tu_ngay}.{/ds_giup_do}'),
      p(
        "**3.** Chi ủy, đảng viên được phân công và quần chúng có tên trên chịu trách nhiệm thực hiện Nghị quyết này.",
      ),
      ...signed({ to: ["{noi_bao_cao} (để báo cáo),", "Đảng viên được phân công,", "Lưu chi bộ."] }),
    ],
  },
  {
    id: "y-kien-phu-huynh",
    title: "Phiếu lấy ý kiến phụ huynh",
    blocks: [
      ...personHead(),
      ...title("PHIẾU LẤY Ý KIẾN PHỤ HUYNH", "về việc đưa học sinh vào diện cảm tình Đảng"),
      p("Kính gửi: {chi_bo}"),
      p("Tôi là: ~"),
      p("Nơi cư trú: ~"),
      p("Là (cha, mẹ, người nuôi dưỡng) của học sinh: **{ho_ten}**, học lớp: ~"),
      p("Sau khi được chi bộ thông báo, gia đình tôi có ý kiến như sau:"),
      ...lines(8),
      ...signedBy("PHỤ HUYNH"),
    ],
  },
  {
    id: "phan-cong-giup-do",
    title: "Nghị quyết phân công đảng viên giúp đỡ cảm tình Đảng",
    blocks: [
      ...head(),
      ...title("NGHỊ QUYẾT", "phân công đảng viên chính thức theo dõi, giúp đỡ cảm tình Đảng"),
      ...cellGrounds,
      p(
        "- Căn cứ Nghị quyết số {so_nghi_quyet_cam_tinh} {ngay_cam_tinh} của chi bộ đưa quần chúng vào diện cảm tình Đảng,",
      ),
      centred("**CHI BỘ QUYẾT NGHỊ**", { before: 120, keepNext: true }),
      p("**1.** Phân công đảng viên chính thức theo dõi, giúp đỡ quần chúng **{ho_ten}**:"),
      p('{#ds_giup_do [loopOver: "paragraph"]}- Đồng chí {ten}, từ {tu_ngay}, {den_ngay}.{/ds_giup_do}'),
      p(
        "**2.** Đảng viên được phân công có nhiệm vụ giúp đỡ quần chúng phấn đấu, định kỳ báo cáo chi bộ về sự tiến bộ của quần chúng.",
      ),
      p(
        "**3.** Đảng viên được phân công và quần chúng có tên trên chịu trách nhiệm thực hiện Nghị quyết này.",
      ),
      ...signed({ to: ["{noi_bao_cao} (để báo cáo),", "Đảng viên được phân công,", "Lưu chi bộ."] }),
    ],
  },
  {
    id: "de-nghi-hoc-lop",
    title: "Nghị quyết đề nghị học lớp bồi dưỡng nhận thức về Đảng",
    blocks: [
      ...head(),
      ...title("NGHỊ QUYẾT", "đề nghị cho cảm tình Đảng học lớp bồi dưỡng nhận thức về Đảng"),
      ...cellGrounds,
      p(
        "{chi_bo} đã họp ngày …… tháng …… năm ……… xét quá trình phấn đấu của cảm tình Đảng và quyết nghị đề nghị {noi_bao_cao} cho học lớp bồi dưỡng nhận thức về Đảng:",
      ),
      p(PERSON),
      p("Được đưa vào diện cảm tình Đảng {ngay_cam_tinh}, theo Nghị quyết số {so_nghi_quyet_cam_tinh}."),
      p("Đảng viên đang giúp đỡ: {dang_vien_giup_do}."),
      ...signed({ to: ["{noi_bao_cao} (để đề nghị),", "Lưu chi bộ."] }),
    ],
  },
  {
    id: "cn-ntvd",
    title: "Giấy chứng nhận học lớp bồi dưỡng nhận thức về Đảng",
    sheet: "certificate",
    blocks: [
      centred("**++ĐẢNG CỘNG SẢN VIỆT NAM++**", { size: 30 }),
      centred("**{noi_cap_nhan_thuc}**", { after: 400 }),
      centred("**GIẤY CHỨNG NHẬN**", { size: 48, after: 0 }),
      centred("**học lớp bồi dưỡng nhận thức về Đảng**", { size: 32, after: 240 }),
      p("Chứng nhận: **{ho_ten_hoa}**", { ...CERTIFICATE, size: 36 }),
      p("Sinh ngày: {sinh_ngay}", CERTIFICATE),
      p("Đơn vị: {chi_bo}, {dang_bo_co_so}", CERTIFICATE),
      p("Đã học xong chương trình lớp bồi dưỡng nhận thức về Đảng,", CERTIFICATE),
      p("từ ngày ……………………… đến ngày ………………………", CERTIFICATE),
      p("Xếp loại: ……………………………", CERTIFICATE),
      p("Số: {so_chung_nhan_nhan_thuc}", { ...CERTIFICATE, after: 240 }),
      flush("__Cấp {ngay_chung_nhan_nhan_thuc}__", { align: "right", after: 0 }),
      flush("**GIÁM ĐỐC**" + "\u00a0".repeat(24), { align: "right", after: 0 }),
      flush("__(ký, ghi rõ họ và tên, đóng dấu)__" + "\u00a0".repeat(8), { align: "right", size: 24 }),
    ],
  },
  {
    id: "de-nghi-lam-thu-tuc",
    title: "Nghị quyết đề nghị cho cảm tình Đảng làm thủ tục xem xét kết nạp",
    blocks: [
      ...head(),
      ...title("NGHỊ QUYẾT", "đề nghị cho cảm tình Đảng được làm thủ tục xem xét kết nạp"),
      ...cellGrounds,
      p(
        "{chi_bo} đã họp ngày …… tháng …… năm ……… xét kết quả phấn đấu của quần chúng **{ho_ten}**, sinh ngày {sinh_ngay}, " +
          "được đưa vào diện cảm tình Đảng {ngay_cam_tinh}, có giấy chứng nhận học lớp bồi dưỡng nhận thức về Đảng số " +
          "{so_chung_nhan_nhan_thuc} cấp {ngay_chung_nhan_nhan_thuc}.",
      ),
      p(
        "Chi bộ nhận thấy quần chúng đủ tiêu chuẩn, điều kiện và đề nghị {noi_bao_cao} cho làm thủ tục xem xét kết nạp vào Đảng.",
      ),
      p("Nhận xét của chi bộ:"),
      ...lines(4),
      ...signed({ to: ["{noi_bao_cao} (để đề nghị),", "Lưu chi bộ."] }),
    ],
  },
  {
    id: "dong-y-lam-thu-tuc",
    title: "Thông báo đồng ý cho làm thủ tục xem xét kết nạp",
    blocks: [
      ...head(),
      ...title("THÔNG BÁO", "đồng ý cho cảm tình Đảng được làm thủ tục xem xét kết nạp"),
      p("Kính gửi: {chi_bo}"),
      p("Xét đề nghị của {chi_bo}, {noi_ban_hanh} có ý kiến như sau:"),
      p(
        "**1.** Đồng ý cho quần chúng **{ho_ten}**, sinh ngày {sinh_ngay}, được làm thủ tục xem xét kết nạp vào Đảng.",
      ),
      p(
        "**2.** Chi bộ hướng dẫn quần chúng viết đơn, khai lý lịch; phân công đảng viên chính thức giới thiệu; tiến hành thẩm tra, lấy ý kiến nhận xét theo quy định.",
      ),
      p("**3.** Chi bộ báo cáo kết quả về {noi_ban_hanh}."),
      ...signed({ to: ["{chi_bo},", "Lưu đảng ủy."] }),
    ],
  },
];

/** The cell's meetings on admission and on recognition, their minutes. */
export const minutes: Template[] = [
  {
    id: "bien-ban-chi-bo",
    title: "Biên bản họp chi bộ xét, đề nghị kết nạp đảng viên",
    blocks: [
      ...head({ numbered: false }),
      ...title("BIÊN BẢN", "họp chi bộ xét, đề nghị kết nạp đảng viên"),
      p("{chi_bo} họp {ngay_chi_bo_hop}, tại: ~"),
      ...attendance("chi_bo_hop", "đảng viên chính thức"),
      centred("**NỘI DUNG**", { before: 100, keepNext: true }),
      p(
        "**1.** Chi ủy báo cáo về quần chúng **{ho_ten}**, sinh ngày {sinh_ngay}: đơn xin vào Đảng ({ngay_don}); lý lịch và kết quả thẩm tra ({ket_qua_tham_tra}, {ngay_tham_tra}); văn bản giới thiệu ({truong_hop_gioi_thieu}); tổng hợp ý kiến nhận xét của đoàn thể nơi sinh hoạt và chi ủy nơi cư trú ({ngay_y_kien}).",
      ),
      p("**2.** Ý kiến của đảng viên dự họp:"),
      ...lines(8),
      p("**3.** Biểu quyết:", { keepNext: true }),
      ...votes("chi_bo_hop", "đảng viên chính thức", "đề nghị kết nạp quần chúng {ho_ten} vào Đảng"),
      p(
        "**4.** Chi bộ thông qua Nghị quyết số {so_nghi_quyet_chi_bo_hop}. Hội nghị kết thúc vào …… giờ …… cùng ngày.",
      ),
      ...signedBy("THƯ KÝ", "CHỦ TRÌ HỘI NGHỊ"),
    ],
  },
  {
    id: "bien-ban-cong-nhan",
    title: "Biên bản họp chi bộ xét, đề nghị công nhận đảng viên chính thức",
    blocks: [
      ...head({ numbered: false }),
      ...title("BIÊN BẢN", "họp chi bộ xét, đề nghị công nhận đảng viên chính thức"),
      p("{chi_bo} họp {ngay_cong_nhan_hop}, tại: ~"),
      ...attendance("cong_nhan_hop", "đảng viên chính thức"),
      centred("**NỘI DUNG**", { before: 100, keepNext: true }),
      p(
        "**1.** Đảng viên dự bị **{ho_ten}** (kết nạp {ngay_ket_nap}, hết thời gian dự bị {ngay_het_du_bi}) đọc bản tự kiểm điểm.",
      ),
      p(
        "**2.** Đồng chí {dang_vien_giup_do_du_bi} đọc bản nhận xét; chi ủy báo cáo tổng hợp ý kiến nhận xét.",
      ),
      p("**3.** Ý kiến của đảng viên dự họp:"),
      ...lines(8),
      p("**4.** Biểu quyết:", { keepNext: true }),
      ...votes(
        "cong_nhan_hop",
        "đảng viên chính thức",
        "đề nghị công nhận đồng chí {ho_ten} là đảng viên chính thức",
      ),
      p(
        "**5.** Chi bộ thông qua Nghị quyết số {so_nghi_quyet_cong_nhan_hop}. Hội nghị kết thúc vào …… giờ …… cùng ngày.",
      ),
      ...signedBy("THƯ KÝ", "CHỦ TRÌ HỘI NGHỊ"),
    ],
  },
];
