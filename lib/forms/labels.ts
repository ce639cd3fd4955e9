import type { TemplateFault } from "./import/template";
import type { FormPhase, FormWriter } from "./rules/catalogue";

/** The parts of the procedure, as headings. */
export function phaseLabel(phase: FormPhase): string {
  switch (phase) {
    case "sourcing":
      return "Tạo nguồn, lớp nhận thức";
    case "application":
      return "Đơn, lý lịch, giới thiệu";
    case "verification":
      return "Thẩm tra lý lịch";
    case "opinions":
      return "Lấy ý kiến nhận xét";
    case "cell":
      return "Chi bộ xét";
    case "base":
      return "Đảng ủy bộ phận, đảng ủy cơ sở";
    case "decision":
      return "Quyết định kết nạp";
    case "ceremony":
      return "Lễ kết nạp";
    case "probation":
      return "Thời gian dự bị";
    case "recognition":
      return "Công nhận chính thức";
    case "ending":
      return "Xóa tên, hủy, làm lại thủ tục";
    case "moving":
      return "Chuyển nơi sinh hoạt";
  }
}

/** Who writes a form. */
export function writerLabel(writer: FormWriter): string {
  switch (writer) {
    case "person":
      return "Người vào Đảng tự viết tay";
    case "member":
      return "Đảng viên viết";
    case "union":
      return "Đoàn thể lập";
    case "classOrganiser":
      return "Nơi mở lớp cấp";
    case "cell":
      return "Chi bộ lập";
    case "section":
      return "Đảng ủy bộ phận lập";
    case "base":
      return "Đảng ủy cơ sở lập";
    case "upper":
      return "Cấp có thẩm quyền lập";
  }
}

/** Why a template is not taken, and what to do. */
export function templateFaultSentence(fault: TemplateFault): string {
  switch (fault.is) {
    case "tooLarge":
      return "Tệp lớn hơn 1 MB. Hãy bỏ bớt hình trong mẫu.";
    case "notWord":
      return "Đây không phải tệp Word. Hãy lưu mẫu ở dạng .docx.";
    case "macros":
      return "Tệp có chứa macro. Hãy lưu lại ở dạng .docx không có macro.";
    case "embedded":
      return "Tệp có nhúng tệp khác. Hãy bỏ phần nhúng rồi gửi lại.";
    case "externalLink":
      return "Tệp có liên kết ra ngoài. Hãy bỏ mọi liên kết rồi gửi lại.";
    case "bomb":
      return "Tệp bung ra lớn bất thường nên không được nhận.";
    case "encrypted":
      return "Tệp đang đặt mật khẩu. Hãy bỏ mật khẩu rồi gửi lại.";
    case "damaged":
      return "Tệp bị hỏng, không đọc được. Hãy mở và lưu lại bằng Word.";
    case "braces":
      return "Dấu ngoặc nhọn chưa khép. Mỗi trường viết như {ho_ten}, mỗi danh sách có {#…} và {/…}.";
    case "unknownField":
      return `Không có trường {${fault.name}}.${fault.nearest ? ` Gần nhất là {${fault.nearest}}.` : " Hãy xem danh sách các trường."}`;
    case "unknownList":
      return `Không có danh sách {#${fault.name}}.${fault.nearest ? ` Gần nhất là {#${fault.nearest}}.` : " Hãy xem danh sách các trường."}`;
  }
}

/** A register by the sign of its documents. */
export function registerLabel(register: string): string {
  switch (register) {
    case "QĐ":
      return "Quyết định";
    case "NQ":
      return "Nghị quyết";
    case "CV":
      return "Công văn";
    case "BC":
      return "Báo cáo";
    case "TB":
      return "Thông báo";
    case "GCN":
      return "Giấy chứng nhận";
    default:
      return register;
  }
}
