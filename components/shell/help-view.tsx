import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import type { Role } from "@/lib/access/policy";
import { menuOf } from "./menu";

type Question = { asks: string; answers: string; page?: string };

const QUESTIONS: Question[] = [
  {
    asks: "Nhập một người vào diện cảm tình Đảng thế nào?",
    answers:
      "Mở Hồ sơ, chọn Thêm người, ghi họ tên, ngày sinh và chi bộ. Sau đó ghi từng bước trên trang của người ấy.",
    page: "/pipeline",
  },
  {
    asks: "Vì sao một bước chưa ghi được?",
    answers:
      "Trang của từng người nêu mọi điều kiện còn thiếu, căn cứ và hạn. Dấu tám cạnh đỏ là điều kiện chặn; tam giác vàng chỉ là lưu ý.",
    page: "/pipeline",
  },
  {
    asks: "Điều kiện ấy căn cứ vào đâu?",
    answers:
      "Chọn dòng căn cứ dưới mỗi điều kiện để mở đúng quy tắc trong trang Quy định. Chỗ ghi “chưa đối chiếu” là chỗ chưa có văn bản gốc để so.",
    page: "/rules",
  },
  {
    asks: "Ghi nhầm thì sửa thế nào?",
    answers:
      "Ngay sau khi ghi, chọn Hoàn tác trên dòng báo. Về sau, mở mục Quá trình trên trang của người ấy; lần ghi cũ vẫn được giữ lại trong nhật ký.",
    page: "/pipeline",
  },
  {
    asks: "Cuộc họp xét nhiều người thì ghi thế nào?",
    answers:
      "Mở Phiên họp, chọn Mở phiên họp. Danh sách gồm những hồ sơ đã đến lượt; ghi phiếu từng người rồi ghi kết quả một lần. Mất mạng giữa chừng vẫn nhập tiếp được.",
    page: "/meetings",
  },
  {
    asks: "Con số này gồm những ai, tính thế nào?",
    answers:
      "Chọn vào con số có gạch chân chấm: danh sách có đúng bấy nhiêu người, thẻ Cách tính nêu ngày, mẫu số và cách làm tròn.",
    page: "/quotas",
  },
  {
    asks: "Chỉ tiêu của các đơn vị cộng lại khác chỉ tiêu chung, có sai không?",
    answers:
      "Không. Chỉ tiêu của một đơn vị là của cả đơn vị ấy; bảng chỉ so sánh và nêu phần thừa, thiếu, không cộng dồn.",
    page: "/quotas",
  },
  {
    asks: "Nhập cả danh sách từ tệp Excel được không?",
    answers:
      "Được. Mở Nhập dữ liệu, chọn tệp. Phần mềm kiểm tra thử và nêu mọi lỗi của từng dòng trước khi ghi; ghi xong vẫn hoàn tác được.",
    page: "/import",
  },
  {
    asks: "Lớp bồi dưỡng không mở được, hoặc giấy chứng nhận cấp nhầm thì làm thế nào?",
    answers:
      "Mở trang của lớp. Lớp chưa có ai đi học thì chọn Bỏ lớp và ghi lý do, những người được gọi trở về danh sách cần học. Giấy chứng nhận cấp nhầm thì thu hồi ở cuối trang lớp, bước trong hồ sơ được hoàn tác cùng lúc.",
    page: "/classes",
  },
  {
    asks: "Đơn vị đổi tên, sáp nhập thì số liệu cũ có đổi không?",
    answers:
      "Không. Thay đổi tính từ ngày ghi trong quyết định; bảng của các ngày trước đó giữ nguyên tên và số liệu.",
    page: "/organisation",
  },
  {
    asks: "Mật khẩu và phiên làm việc",
    answers:
      "Chọn ô tên ở góc dưới bên trái để đổi mật khẩu. Sau 30 phút không thao tác, phần mềm yêu cầu đăng nhập lại.",
  },
];

/** Questions and short answers, those of the pages this role has. */
export function HelpView({ role }: { role: Role | "operator" }) {
  const pages = new Set(
    menuOf(role)
      .flat()
      .map(({ href }) => href),
  );
  return (
    <div className="max-w-3xl">
      <PageHeading
        title="Hỏi đáp"
        under="Những câu thường hỏi. Mục nào chưa rõ, xin hỏi người quản trị tài khoản của đơn vị."
      />
      <Panel flush>
        {QUESTIONS.filter(({ page }) => page === undefined || pages.has(page)).map(({ asks, answers }) => (
          <details key={asks} className="border-line border-b last:border-b-0">
            <summary className="px-5 py-4 font-semibold">{asks}</summary>
            <p className="px-5 pb-5 text-ink2">{answers}</p>
          </details>
        ))}
      </Panel>
    </div>
  );
}
