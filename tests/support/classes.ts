/** Header of `lop` and of `hoc-vien`, as an office writes them. */
export const CLASS_HEAD = [
  "Mã lớp",
  "Loại lớp",
  "Tên lớp",
  "Mã đơn vị tổ chức",
  "Từ ngày",
  "Đến ngày",
  "Hình thức",
];
export const LEARNER_HEAD = [
  "Mã lớp",
  "Mã chi bộ",
  "Họ và tên",
  "Ngày sinh",
  "Giới tính",
  "Kết quả",
  "Số GCN",
  "Ngày cấp GCN",
];

/** An awareness class of the district in March 2024, and one for new members. */
export const CLASSES = [
  CLASS_HEAD,
  ["NT-1", "Nhận thức về Đảng", "Khóa I/2024", "H", "04/03/2024", "08/03/2024", "Buổi tối"],
  ["ĐVM-1", "Đảng viên mới", "Đảng viên mới khóa I", "H", "01/04/2024", "10/04/2024", ""],
];
