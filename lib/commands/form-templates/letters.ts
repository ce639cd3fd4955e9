import { head, signed, type Template, title } from "./layout";
import { type Block, lines, p } from "./word";

const WHO = "quần chúng **{ho_ten}**, sinh ngày {sinh_ngay}";

const letter = (about: string, to: string, body: Block[]): Block[] => [
  ...head(),
  ...title("CÔNG VĂN", about),
  p(`Kính gửi: ${to}`),
  ...body,
  ...signed({ to: ["Như trên,", "Lưu."] }),
];

const PAPERS = p("Hồ sơ gửi kèm gồm: ~");

/** Letters about verification and about people who move. */
export const letterTemplates: Template[] = [
  {
    id: "de-nghi-tham-tra",
    title: "Công văn đề nghị thẩm tra lý lịch",
    blocks: letter("đề nghị thẩm tra lý lịch của người xin vào Đảng", "~", [
      p(
        `{noi_ban_hanh} đang xem xét kết nạp ${WHO}, thuộc {chi_bo}. Đề nghị đồng chí thẩm tra và xác nhận những nội dung sau đây trong lý lịch của người xin vào Đảng và người thân:`,
      ),
      p("**1.** Họ và tên, quan hệ với người xin vào Đảng: ~"),
      p("**2.** Nội dung cần thẩm tra:", { keepNext: true }),
      ...lines(6),
      p(
        "Ý kiến thẩm tra xin ghi vào văn bản trả lời, ký tên, đóng dấu và gửi về {noi_ban_hanh} trong thời hạn 30 ngày làm việc kể từ ngày nhận được công văn này.",
      ),
    ]),
  },
  {
    id: "tra-loi-tham-tra",
    title: "Công văn trả lời về thẩm tra lý lịch",
    blocks: letter("trả lời về thẩm tra lý lịch của người xin vào Đảng", "~", [
      p(
        "Phúc đáp Công văn số ………………… ngày …… tháng …… năm ……… về việc thẩm tra lý lịch, {noi_ban_hanh} xác nhận về người thân của **{ho_ten}** như sau:",
      ),
      p("**1.** Họ và tên, quan hệ với người xin vào Đảng: ~"),
      p("**2.** Nội dung xác nhận:", { keepNext: true }),
      ...lines(10),
    ]),
  },
  {
    id: "dang-duoc-giup-do",
    title: "Giấy chứng nhận người vào Đảng đang được giúp đỡ, xem xét kết nạp",
    blocks: [
      ...head(),
      ...title(
        "GIẤY CHỨNG NHẬN",
        "người vào Đảng đang trong thời gian được tổ chức đảng giúp đỡ, xem xét kết nạp",
      ),
      p("Kính gửi: ~"),
      p(`{noi_ban_hanh} chứng nhận ${WHO}, là cảm tình Đảng của {chi_bo} từ {ngay_cam_tinh}.`),
      p("Đảng viên đã được phân công theo dõi, giúp đỡ:"),
      p('{#ds_giup_do [loopOver: "paragraph"]}- Đồng chí {ten}, từ {tu_ngay}, {den_ngay}.{/ds_giup_do}'),
      p(
        "Giấy chứng nhận học lớp bồi dưỡng nhận thức về Đảng: số {so_chung_nhan_nhan_thuc} {ngay_chung_nhan_nhan_thuc}.",
      ),
      p("Nhận xét của đảng viên giúp đỡ gửi kèm giấy này."),
      p(
        "Đề nghị tổ chức đảng nơi đến tiếp tục phân công đảng viên chính thức theo dõi, giúp đỡ và xem xét kết nạp theo quy định.",
      ),
      ...signed({ to: ["Như trên,", "Lưu."] }),
    ],
  },
  {
    id: "gioi-thieu-da-de-nghi",
    title: "Công văn giới thiệu người vào Đảng đã được làm thủ tục đề nghị kết nạp",
    blocks: letter(
      "giới thiệu người vào Đảng đã được chi bộ, đảng ủy cơ sở làm thủ tục đề nghị kết nạp",
      "~",
      [
        p(
          `{noi_ban_hanh} giới thiệu ${WHO}, đã được {chi_bo} ra Nghị quyết số {so_nghi_quyet_chi_bo_hop} {ngay_chi_bo_hop}, {dang_uy_co_so} ra Nghị quyết số {so_nghi_quyet_dang_uy_hop} {ngay_dang_uy_hop} đề nghị kết nạp vào Đảng.`,
        ),
        p("Nay quần chúng chuyển đến nơi công tác (học tập, cư trú) mới tại: {noi_den}."),
        p("Đề nghị cấp ủy nơi đến giao chi bộ phân công đảng viên giúp đỡ và xem xét kết nạp theo quy định."),
        PAPERS,
      ],
    ),
  },
  {
    id: "gioi-thieu-da-trinh",
    title: "Công văn giới thiệu người vào Đảng đã được cấp ủy cơ sở làm thủ tục đề nghị",
    blocks: letter("giới thiệu người vào Đảng đã được cấp ủy cơ sở làm thủ tục đề nghị", "~", [
      p(
        `{noi_ban_hanh} đã nhận hồ sơ đề nghị kết nạp ${WHO}, theo Nghị quyết số {so_nghi_quyet_dang_uy_hop} {ngay_dang_uy_hop} của {dang_uy_co_so}.`,
      ),
      p("Nay quần chúng chuyển đến nơi công tác (học tập, cư trú) mới tại: {noi_den}."),
      p("Đề nghị cấp ủy có thẩm quyền nơi đến xem xét, quyết định kết nạp theo quy định."),
      PAPERS,
    ]),
  },
  {
    id: "gioi-thieu-da-quyet-dinh",
    title: "Công văn giới thiệu người vào Đảng đã được ra quyết định kết nạp",
    blocks: letter("giới thiệu người vào Đảng đã được ra quyết định kết nạp", "~", [
      p(
        `{cap_quyet_dinh} đã ban hành Quyết định số {so_quyet_dinh} {ngay_quyet_dinh} kết nạp ${WHO}, vào Đảng Cộng sản Việt Nam, chưa tổ chức lễ kết nạp.`,
      ),
      p("Nay quần chúng chuyển đến nơi công tác (học tập, cư trú) mới tại: {noi_den}."),
      p("Đề nghị tổ chức đảng nơi đến tổ chức lễ kết nạp, quản lý và giúp đỡ đảng viên dự bị theo quy định."),
      PAPERS,
    ]),
  },
];
