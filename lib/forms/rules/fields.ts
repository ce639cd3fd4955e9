/** A field that a template may name in braces, with what it stands for and what a trial run puts in. */
export type Field = { name: string; meaning: string; sample: string };
/** A list that a template may repeat: {#name} … {/name}. */
export type ListField = { name: string; meaning: string; fields: readonly Field[] };
export type FieldGroup = { heading: string; fields: readonly Field[] };

const field = (name: string, meaning: string, sample: string): Field => ({ name, meaning, sample });

const DAY = "ngày 03 tháng 5 năm 2024";

/** The same nine fields of a meeting's vote, under the prefix of the meeting. */
function voteFields(prefix: string, meeting: string, members: string): Field[] {
  return [
    field(`ngay_${prefix}`, `Ngày ${meeting} họp`, DAY),
    field(`so_nghi_quyet_${prefix}`, `Số nghị quyết của ${meeting}`, "07-NQ/CB"),
    field(`${prefix}_trieu_tap`, `Số ${members} được triệu tập`, "18"),
    field(`${prefix}_co_mat`, `Số ${members} có mặt`, "17"),
    field(`${prefix}_vang`, `Số ${members} vắng mặt`, "1"),
    field(`${prefix}_tan_thanh`, `Số ${members} tán thành`, "16"),
    field(`${prefix}_khong_tan_thanh`, `Số ${members} không tán thành`, "1"),
    field(`${prefix}_ty_le`, `Tỷ lệ tán thành so với số được triệu tập, ví dụ 88,89 %`, "88,89 %"),
    field(`${prefix}_hinh_thuc`, "Hình thức biểu quyết: bỏ phiếu kín hoặc giơ thẻ", "bỏ phiếu kín"),
  ];
}

/** Every field, by what it speaks of. The names are what an office types into its template. */
export const FIELD_GROUPS: readonly FieldGroup[] = [
  {
    heading: "Phần đầu và phần ký",
    fields: [
      field("ma_mau", "Mã mẫu của kỳ hướng dẫn đang dùng, đặt trong ngoặc đơn", "(Mẫu 6-KNĐ)"),
      field("tieu_de_tren", "Tên tổ chức đảng cấp trên, chữ in hoa", "ĐẢNG BỘ XÃ EA PHÊ"),
      field("tieu_de_don_vi", "Tên đơn vị ban hành, chữ in hoa", "CHI BỘ THÔN PHƯỚC THỌ 2"),
      field("so_van_ban", "Số và ký hiệu của văn bản", "Số 07-NQ/CB"),
      field("noi_va_ngay", "Nơi và ngày ban hành", `Ea Phê, ${DAY}`),
      field("thay_mat", "Dòng thay mặt ở phần ký", "T/M CHI BỘ"),
      field("noi_ban_hanh", "Tên đơn vị ban hành trong câu", "Chi bộ thôn Phước Thọ 2"),
      field("co_quan_quyet_dinh", "Cơ quan ra quyết định, chữ in hoa", "BAN THƯỜNG VỤ HUYỆN ỦY KRÔNG PẮC"),
      field("quy_dinh", "Quy định thi hành Điều lệ Đảng của ngày văn bản", "Quy định số 24-QĐ/TW"),
      field("huong_dan", "Hướng dẫn của Ban Bí thư của ngày văn bản", "Hướng dẫn 01-HD/TW (2021)"),
    ],
  },
  {
    heading: "Tổ chức đảng",
    fields: [
      field("chi_bo", "Chi bộ của người vào Đảng", "Chi bộ thôn Phước Thọ 2"),
      field("dang_uy_bo_phan", "Đảng ủy bộ phận, nếu có", "Đảng ủy bộ phận Khối trường học"),
      field("dang_bo_co_so", "Đảng bộ (hoặc chi bộ) cơ sở", "Đảng bộ xã Ea Phê"),
      field("dang_uy_co_so", "Đảng ủy (hoặc chi bộ) cơ sở", "Đảng ủy xã Ea Phê"),
      field("noi_bao_cao", "Cấp ủy mà chi bộ báo cáo", "Đảng ủy xã Ea Phê"),
      field("cap_uy_quyet_dinh", "Cấp ủy có thẩm quyền quyết định", "Huyện ủy Krông Pắc"),
      field("cap_quyet_dinh", "Cơ quan có thẩm quyền quyết định", "Ban Thường vụ Huyện ủy Krông Pắc"),
      field("cap_uy_tinh", "Cấp ủy cấp tỉnh", "Tỉnh ủy Đắk Lắk"),
    ],
  },
  {
    heading: "Người vào Đảng",
    fields: [
      field("ho_ten", "Họ và tên", "Nguyễn Thị Hường"),
      field("ho_ten_hoa", "Họ và tên, chữ in hoa", "NGUYỄN THỊ HƯỜNG"),
      field("sinh_ngay", "Ngày sinh, hoặc năm sinh", "12/08/1998"),
      field("gioi_tinh", "Giới tính", "Nữ"),
      field("dan_toc", "Dân tộc", "Ê-đê"),
      field("ton_giao", "Tôn giáo", "Không"),
      field("nghe_nghiep", "Nhóm nghề nghiệp", "Người làm nông, lâm, ngư nghiệp"),
      field("hoc_van", "Trình độ giáo dục phổ thông", "THPT"),
      field("chuyen_mon", "Trình độ chuyên môn", "Đại học"),
      field("ly_luan", "Trình độ lý luận chính trị", "Sơ cấp"),
      field("nguon", "Tổ chức giới thiệu cho Đảng", "Đoàn TNCS"),
    ],
  },
  {
    heading: "Tạo nguồn và hồ sơ",
    fields: [
      field("ngay_gioi_thieu", "Ngày được giới thiệu cho Đảng", DAY),
      field("ngay_cam_tinh", "Ngày chi bộ đưa vào diện cảm tình Đảng", DAY),
      field("so_nghi_quyet_cam_tinh", "Số nghị quyết đưa vào diện cảm tình Đảng", "05-NQ/CB"),
      field("dang_vien_giup_do", "Đảng viên đang giúp đỡ, cách nhau dấu phẩy", "Nguyễn Văn Bình"),
      field("so_chung_nhan_nhan_thuc", "Số giấy chứng nhận lớp nhận thức về Đảng", "214/GCN"),
      field("ngay_chung_nhan_nhan_thuc", "Ngày cấp giấy chứng nhận lớp nhận thức", DAY),
      field("noi_cap_nhan_thuc", "Nơi cấp giấy chứng nhận lớp nhận thức", "Trung tâm Chính trị huyện"),
      field("ngay_don", "Ngày viết đơn xin vào Đảng", DAY),
      field("ngay_ly_lich", "Ngày khai lý lịch", DAY),
      field("ngay_gioi_thieu_vao_dang", "Ngày giấy giới thiệu người vào Đảng", DAY),
      field("nguoi_gioi_thieu_1", "Đảng viên giới thiệu thứ nhất", "Nguyễn Văn Bình"),
      field("nguoi_gioi_thieu_2", "Đảng viên giới thiệu thứ hai", "Trần Văn Hòa"),
      field(
        "truong_hop_gioi_thieu",
        "Hai đảng viên, hoặc đoàn thể và một đảng viên",
        "Hai đảng viên chính thức",
      ),
      field("so_nghi_quyet_doan_the", "Số nghị quyết của Đoàn hoặc công đoàn", "12-NQ/ĐTN"),
      field("ngay_tham_tra", "Ngày có kết quả thẩm tra lý lịch", DAY),
      field("ket_qua_tham_tra", "Kết quả thẩm tra: đạt hoặc không đạt", "đạt"),
      field("ngay_y_kien", "Ngày có đủ ý kiến nhận xét", DAY),
    ],
  },
  {
    heading: "Chi bộ xét kết nạp",
    fields: voteFields("chi_bo_hop", "chi bộ", "đảng viên chính thức"),
  },
  {
    heading: "Đảng ủy cơ sở xét kết nạp",
    fields: voteFields("dang_uy_hop", "đảng ủy cơ sở", "cấp ủy viên"),
  },
  {
    heading: "Cơ quan có thẩm quyền biểu quyết",
    fields: voteFields("quyet_dinh_hop", "cơ quan có thẩm quyền", "ủy viên"),
  },
  {
    heading: "Quyết định, lễ kết nạp, dự bị",
    fields: [
      field("so_quyet_dinh", "Số quyết định kết nạp", "83-QĐ/HU"),
      field("ngay_quyet_dinh", "Ngày quyết định kết nạp", DAY),
      field("ngay_nhan_quyet_dinh", "Ngày chi bộ nhận quyết định", DAY),
      field("ngay_ket_nap", "Ngày lễ kết nạp", DAY),
      field("dang_vien_giup_do_du_bi", "Đảng viên giúp đỡ trong thời gian dự bị", "Nguyễn Văn Bình"),
      field("ngay_het_du_bi", "Ngày hết 12 tháng dự bị", DAY),
      field("so_chung_nhan_dang_vien_moi", "Số giấy chứng nhận lớp đảng viên mới", "31/ĐVM"),
      field("ngay_chung_nhan_dang_vien_moi", "Ngày cấp giấy chứng nhận lớp đảng viên mới", DAY),
    ],
  },
  {
    heading: "Chi bộ xét công nhận chính thức",
    fields: voteFields("cong_nhan_hop", "chi bộ xét công nhận", "đảng viên chính thức"),
  },
  {
    heading: "Đảng ủy cơ sở xét công nhận chính thức",
    fields: voteFields("cong_nhan_dang_uy_hop", "đảng ủy cơ sở xét công nhận", "cấp ủy viên"),
  },
  {
    heading: "Công nhận chính thức, chuyển đi và kết thúc",
    fields: [
      field("noi_den", "Nơi chuyển đến", "Chi bộ thôn Phước Thọ 1"),
      field("ly_do_xoa_ten", "Lý do xóa tên", "không bảo đảm tư cách đảng viên"),
      field("so_quyet_dinh_cong_nhan", "Số quyết định công nhận chính thức", "112-QĐ/HU"),
      field("ngay_quyet_dinh_cong_nhan", "Ngày quyết định công nhận chính thức", DAY),
      field("cong_nhan_tu_ngay", "Được công nhận chính thức từ ngày", DAY),
      field("so_quyet_dinh_huy", "Số quyết định hủy", "5-QĐ/HU"),
      field("ngay_huy", "Ngày hủy", DAY),
      field("ly_do_huy", "Lý do hủy", "kết nạp không đúng tiêu chuẩn"),
    ],
  },
];

/** The lists a template may repeat. */
export const LIST_FIELDS: readonly ListField[] = [
  {
    name: "ds_giup_do",
    meaning: "Từng đảng viên giúp đỡ",
    fields: [
      field("ten", "Họ và tên", "Nguyễn Văn Bình"),
      field("tu_ngay", "Giúp đỡ từ ngày", DAY),
      field("den_ngay", "Đến ngày", "đến nay"),
    ],
  },
  {
    name: "ds_y_kien",
    meaning: "Từng ý kiến nhận xét",
    fields: [
      field("cua", "Ý kiến của ai", "chi ủy nơi cư trú"),
      field("ngay", "Ngày có ý kiến", DAY),
      field("so", "Số văn bản", "08-YK/MTTQ"),
    ],
  },
  {
    name: "ds_y_kien_du_bi",
    meaning: "Từng ý kiến nhận xét về đảng viên dự bị",
    fields: [
      field("cua", "Ý kiến của ai", "chi ủy nơi cư trú"),
      field("ngay", "Ngày có ý kiến", DAY),
      field("so", "Số văn bản", "15-YK/MTTQ"),
    ],
  },
];

/** All fields that stand outside a list. */
export const FIELDS: readonly Field[] = FIELD_GROUPS.flatMap(({ fields }) => fields);

/** A form's contents: one text per field, rows per list. */
export type FormRecord = { [name: string]: string | Record<string, string>[] };

/** A record in which every field says its sample, to try a template with. */
export function sampleRecord(): FormRecord {
  const texts = (fields: readonly Field[]) =>
    Object.fromEntries(fields.map(({ name, sample }) => [name, sample]));
  return {
    ...texts(FIELDS),
    ...Object.fromEntries(LIST_FIELDS.map(({ name, fields }) => [name, [texts(fields), texts(fields)]])),
  };
}
