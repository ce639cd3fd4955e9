/** Why a file cannot be read as a table. */
export type FileFault =
  | "tooLarge"
  | "tooManyRows"
  | "tooManyColumns"
  | "encrypted"
  | "macros"
  | "links"
  | "entities"
  | "embedded"
  | "tooHeavy"
  | "busy"
  | "notWhatItsNameSays"
  | "unknownKind"
  | "scan"
  | "notUtf8"
  | "bomb"
  | "damaged"
  | "empty";

/** What a file may be at most; formats.md §1. */
export const FILE_LIMITS = { bytes: 50 * 1024 * 1024, rows: 200_000, columns: 1000 };

function messageOf(fault: FileFault): string {
  switch (fault) {
    case "tooLarge":
      return "Tệp lớn hơn 50 MB. Hãy chia tệp thành nhiều phần nhỏ hơn.";
    case "tooManyRows":
      return "Tệp có hơn 200.000 dòng. Hãy chia tệp thành nhiều phần nhỏ hơn.";
    case "tooManyColumns":
      return "Tệp có quá nhiều cột (hơn 1.000). Hãy xóa các cột thừa rồi gửi lại.";
    case "encrypted":
      return "Tệp đang đặt mật khẩu. Hãy bỏ mật khẩu rồi gửi lại.";
    case "macros":
      return "Tệp có chứa macro. Hãy lưu lại ở dạng .xlsx không có macro rồi gửi lại.";
    case "links":
      return "Tệp có liên kết tới tệp hoặc nguồn dữ liệu khác. Hãy bỏ các liên kết (dán giá trị) rồi gửi lại.";
    case "entities":
      return "Tệp có phần khai báo không có trong bảng tính thường. Hãy mở và lưu lại tệp rồi gửi lại.";
    case "embedded":
      return "Tệp có tệp khác nhúng bên trong. Hãy bỏ phần nhúng rồi gửi lại.";
    case "tooHeavy":
      return "Tệp đọc quá lâu hoặc quá nặng nên không được nhận. Hãy chép phần bảng cần nhập sang một tệp mới.";
    case "busy":
      return "Hệ thống đang đọc nhiều tệp, hãy thử lại sau ít phút.";
    case "notWhatItsNameSays":
      return "Nội dung tệp không đúng với phần đuôi của tên tệp. Hãy lưu lại ở dạng XLSX, ODS hoặc CSV.";
    case "unknownKind":
      return "Chỉ nhận tệp XLSX, ODS hoặc CSV.";
    case "scan":
      return "Không tải lý lịch, hồ sơ đảng viên lên hệ thống; chỉ ghi có hay chưa và nơi lưu.";
    case "notUtf8":
      return "Tệp CSV không dùng bảng mã UTF-8. Hãy lưu lại ở dạng “CSV UTF-8”.";
    case "bomb":
      return "Tệp bung ra lớn bất thường so với dung lượng nên không được nhận.";
    case "damaged":
      return "Tệp bị hỏng, không đọc được. Hãy mở và lưu lại tệp rồi gửi lại.";
    case "empty":
      return "Tệp không có dữ liệu: không thấy dòng tiêu đề.";
  }
}

/** A file that is refused as a whole; the message is for its sender. */
export class UnreadableFile extends Error {
  override name = "UnreadableFile";

  constructor(readonly fault: FileFault) {
    super(messageOf(fault));
  }
}
