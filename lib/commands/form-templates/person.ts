import { personHead, signedBy, type Template, title } from "./layout";
import { type Block, centred, flush, lines, p } from "./word";

const application = (again: boolean): Block[] => [
  ...personHead(),
  ...title(again ? "ĐƠN XIN VÀO ĐẢNG (KẾT NẠP LẠI)" : "ĐƠN XIN VÀO ĐẢNG"),
  p("Kính gửi: - Chi ủy {chi_bo};", { after: 40 }),
  p("\u00a0".repeat(16) + "- {dang_uy_co_so}.", { after: 160 }),
  p("Tôi là: **{ho_ten}**, sinh ngày …… tháng …… năm ………"),
  p("Nơi đăng ký khai sinh: ~"),
  p("Quê quán: ~"),
  p("Dân tộc: ………………… Tôn giáo: ………………… Học vấn: ~"),
  p("Nơi cư trú: ~"),
  p("Nghề nghiệp: ~"),
  p("Đơn vị công tác: ~"),
  p("Vào Đoàn TNCS Hồ Chí Minh ngày …… tháng …… năm ………"),
  p("Tại: ~"),
  ...(again
    ? [
        p("Vào Đảng lần thứ nhất ngày …… tháng …… năm ………"),
        p("Tại chi bộ: ~"),
        p("Đảng viên chính thức từ ngày …… tháng …… năm ………"),
        p("Tại chi bộ: ~"),
        p("Ra khỏi Đảng ngày …… tháng …… năm ………"),
        p("Lý do: ~"),
      ]
    : []),
  p("Được chi bộ đưa vào diện cảm tình Đảng ngày …… tháng …… năm ………"),
  p("Qua học tập, nghiên cứu Điều lệ Đảng, tôi nhận thức về Đảng và động cơ xin vào Đảng như sau:"),
  ...lines(30),
  p(
    again
      ? "Tôi làm đơn này xin được xét kết nạp lại vào Đảng Cộng sản Việt Nam, nguyện phấn đấu, hy sinh vì lý tưởng cách mạng của Đảng."
      : "Tôi làm đơn này xin được đứng trong hàng ngũ của Đảng Cộng sản Việt Nam, nguyện phấn đấu, hy sinh vì lý tưởng cách mạng của Đảng.",
  ),
  ...signedBy("NGƯỜI LÀM ĐƠN"),
];

type Item = { label: string; lines?: number; under?: string[] };

/** The 26 items of the current form (domain §5.1); the person writes them by hand. */
const ITEMS: Item[] = [
  { label: "Họ và tên khai sinh" },
  { label: "Các tên gọi khác" },
  { label: "Sinh ngày …… tháng …… năm ………; số căn cước" },
  { label: "Giới tính (nam, nữ)" },
  { label: "Nơi đăng ký khai sinh", lines: 1 },
  { label: "Quê quán", lines: 1 },
  { label: "Nơi cư trú", under: ["- Nơi thường trú: ~", "- Nơi tạm trú: ~"] },
  { label: "Dân tộc; quốc tịch" },
  { label: "Tôn giáo" },
  { label: "Nghề nghiệp hiện nay" },
  {
    label: "Trình độ hiện nay",
    under: [
      "- Giáo dục phổ thông: ~",
      "- Chuyên môn nghiệp vụ: ~",
      "- Khoa học công nghệ: ~",
      "- Học vị cao nhất: ~",
      "- Học hàm cao nhất: ~",
      "- Lý luận chính trị: ~",
      "- Ngoại ngữ: ~",
      "- Tin học: ~",
      "- Tiếng dân tộc thiểu số: ~",
    ],
  },
  { label: "Ngày và nơi kết nạp vào Đoàn TNCS Hồ Chí Minh", lines: 1 },
  {
    label: "Đối với người xin kết nạp lại",
    under: [
      "- Ngày và nơi kết nạp vào Đảng lần thứ nhất: ~",
      "- Ngày và nơi công nhận chính thức lần thứ nhất: ~",
      "- Người giới thiệu vào Đảng lần thứ nhất: ~",
    ],
  },
  { label: "Lịch sử bản thân", lines: 22 },
  { label: "Những công việc, chức vụ đã qua (tháng, năm; làm gì, ở đâu; chức vụ)", lines: 18 },
  { label: "Đặc điểm lịch sử", lines: 8 },
  {
    label: "Những lớp đào tạo, bồi dưỡng đã qua (trường, ngành, thời gian, hình thức, văn bằng)",
    lines: 8,
  },
  { label: "Đi nước ngoài (từ 3 tháng trở lên)", lines: 5 },
  { label: "Khen thưởng (từ bằng khen trở lên)", lines: 5 },
  { label: "Kỷ luật (từ khiển trách trở lên)", lines: 4 },
  { label: "Hoàn cảnh gia đình (ông bà, cha mẹ, anh chị em ruột, vợ hoặc chồng, con)", lines: 58 },
  { label: "Tự nhận xét", lines: 10 },
  {
    label: "Cam đoan và ký tên",
    under: [
      "Tôi cam đoan đã khai đầy đủ, rõ ràng, trung thực và chịu trách nhiệm trước Đảng về những nội dung đã khai.",
    ],
  },
];

const cv: Block[] = [
  ...personHead({ dated: false }),
  flush("Ảnh 3 × 4 cm", { align: "left", before: 900, after: 0 }),
  flush("(đóng dấu giáp lai)", { align: "left", size: 24, after: 1200, italic: true }),
  centred("**LÝ LỊCH**", { size: 56, after: 0 }),
  centred("**CỦA NGƯỜI XIN VÀO ĐẢNG**", { size: 40, after: 1600 }),
  p("Họ và tên khai sinh: **{ho_ten}**"),
  p("Họ và tên thường dùng: ~"),
  p("Ngày, tháng, năm sinh: ~"),
  p("Quê quán: ~"),
  p("(trước đây là: ~"),
  p("Tổ chức đảng: {chi_bo}, {dang_bo_co_so}"),
  p("Số lý lịch: ~", { after: 600 }),
  flush(
    "__Người xin vào Đảng tự viết đầy đủ, trung thực, rõ ràng, không tẩy xóa, không nhờ người viết hộ. Điều nào không hiểu hoặc không nắm chắc thì báo cáo với chi bộ.__",
    { size: 26 },
  ),
  ...ITEMS.flatMap(({ label, lines: count = 0, under = [] }, place) => [
    flush(`**${place + 1}.** ${label}${count > 0 || under.length > 0 ? ":" : ": ~"}`, {
      keepNext: count > 0 || under.length > 0,
      pageBreakBefore: place === 0,
    }),
    ...lines(count),
    ...under.map((text) => flush(text)),
  ]),
  flush("………………, ngày …… tháng …… năm ………", { align: "right", after: 0, italic: true }),
  ...signedBy("NGƯỜI KHAI"),
  flush("**24.** Nhận xét của cấp ủy nơi đến thẩm tra:", { keepNext: true, pageBreakBefore: true }),
  ...lines(14),
  ...signedBy("T/M CẤP ỦY"),
  flush("**25.** Nhận xét của chi ủy (chi bộ):", { keepNext: true }),
  ...lines(6),
  ...signedBy("T/M CHI ỦY (CHI BỘ)"),
  flush("**26.** Chứng nhận của cấp ủy cơ sở:", { keepNext: true, pageBreakBefore: true }),
  flush(
    "Chứng nhận lý lịch của **{ho_ten}** đã được thẩm tra, xác minh theo quy định; (đủ, không đủ) điều kiện về lịch sử chính trị, chính trị hiện nay để xem xét kết nạp vào Đảng:",
  ),
  ...lines(6),
  ...signedBy("T/M CẤP ỦY CƠ SỞ"),
];

const selfReview: Block[] = [
  ...personHead(),
  ...title("BẢN TỰ KIỂM ĐIỂM", "của đảng viên dự bị"),
  p("Kính gửi: {chi_bo}"),
  p("Tôi là: **{ho_ten}**, sinh ngày …… tháng …… năm ………"),
  p("Quê quán: ~"),
  p("Được kết nạp vào Đảng ngày …… tháng …… năm ………"),
  p("Hiện công tác và sinh hoạt tại {chi_bo}, {dang_bo_co_so}."),
  p("Căn cứ nhiệm vụ của đảng viên, tôi tự kiểm điểm trong thời gian dự bị như sau:"),
  p("**1. Ưu điểm** (phẩm chất chính trị; đạo đức, lối sống; thực hiện nhiệm vụ; tổ chức kỷ luật):", {
    keepNext: true,
  }),
  ...lines(14),
  p("**2. Khuyết điểm:**", { keepNext: true }),
  ...lines(8),
  p("**3. Biện pháp khắc phục:**", { keepNext: true }),
  ...lines(8),
  p("Đề nghị chi bộ xét, đề nghị cấp ủy có thẩm quyền công nhận tôi là đảng viên chính thức."),
  ...signedBy("ĐẢNG VIÊN DỰ BỊ"),
];

const referral: Block[] = [
  ...personHead(),
  ...title("GIẤY GIỚI THIỆU NGƯỜI VÀO ĐẢNG"),
  p("Kính gửi: {chi_bo}"),
  p("Tôi là: ~"),
  p("Sinh ngày …… tháng …… năm ………"),
  p("Vào Đảng ngày …… tháng …… năm ………"),
  p("Chính thức ngày …… tháng …… năm ………"),
  p("Chức vụ trong Đảng, chính quyền, đoàn thể: ~"),
  p("Đang sinh hoạt tại chi bộ: ~"),
  p(
    "Được chi bộ phân công giúp đỡ quần chúng **{ho_ten}** phấn đấu vào Đảng từ ngày …… tháng …… năm ………; nay xin báo cáo với chi bộ như sau:",
  ),
  p("**1. Về lý lịch:**", { keepNext: true }),
  ...lines(7),
  p("**2. Về phẩm chất chính trị; đạo đức, lối sống; năng lực công tác; quan hệ quần chúng:**", {
    keepNext: true,
  }),
  ...lines(14),
  p("**3. Những vấn đề cần lưu ý:**", { keepNext: true }),
  ...lines(7),
  p(
    "Đối chiếu với tiêu chuẩn đảng viên, tôi giới thiệu quần chúng **{ho_ten}** với chi bộ xem xét, đề nghị kết nạp vào Đảng và chịu trách nhiệm về lời giới thiệu này.",
  ),
  ...signedBy("NGƯỜI GIỚI THIỆU"),
];

const helperReview: Block[] = [
  ...personHead(),
  ...title("BẢN NHẬN XÉT ĐẢNG VIÊN DỰ BỊ", "của đảng viên được phân công giúp đỡ"),
  p("Kính gửi: {chi_bo}"),
  p("Tôi là: ~"),
  p("Sinh ngày …… tháng …… năm ………"),
  p("Được công nhận đảng viên chính thức ngày …… tháng …… năm ………"),
  p(
    "Được chi bộ phân công giúp đỡ đảng viên dự bị **{ho_ten}**, kết nạp {ngay_ket_nap}; nay xin báo cáo với chi bộ những vấn đề chính về đồng chí {ho_ten} như sau:",
  ),
  p("**Ưu điểm** (phẩm chất chính trị; đạo đức, lối sống; thực hiện nhiệm vụ; tổ chức kỷ luật):", {
    keepNext: true,
  }),
  ...lines(16),
  p("**Khuyết điểm:**", { keepNext: true }),
  ...lines(9),
  p(
    "Đối chiếu với tiêu chuẩn đảng viên, tôi đề nghị chi bộ xét, đề nghị cấp ủy có thẩm quyền công nhận đồng chí **{ho_ten}** là đảng viên chính thức và chịu trách nhiệm trước Đảng về nhận xét của mình.",
  ),
  ...signedBy("ĐẢNG VIÊN GIÚP ĐỠ"),
];

/** What the person, or a member for them, writes by hand. */
export const personTemplates: Template[] = [
  { id: "1-knd", title: "Đơn xin vào Đảng", blocks: application(false) },
  { id: "1b-knd", title: "Đơn xin vào Đảng (kết nạp lại)", blocks: application(true) },
  { id: "2-knd", title: "Lý lịch của người xin vào Đảng", blocks: cv },
  { id: "3-knd", title: "Giấy giới thiệu người vào Đảng", blocks: referral },
  { id: "10-knd", title: "Bản tự kiểm điểm của đảng viên dự bị", blocks: selfReview },
  { id: "11-knd", title: "Bản nhận xét đảng viên dự bị", blocks: helperReview },
];
