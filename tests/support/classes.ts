import { actAs, actAsOperator } from "@/lib/access/acting";
import { type UnitScope, withScope } from "@/lib/access/gate";
import type { AnyFinding, FormState } from "@/lib/shared/form-state";
import { initialFormState } from "@/lib/shared/form-state";
import { aForm } from "./organisation";

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

/** Runs as the operator, in a scope over everything. */
export const asOperator = <T>(run: (scope: UnitScope) => Promise<T>) =>
  actAsOperator("test", () => withScope("account.manage", run));

type SomeAction<Finding extends AnyFinding> = (
  state: FormState<Finding>,
  form: FormData,
) => Promise<FormState<Finding>>;

/** Sends a form as this officer. */
export const sendForm = <Finding extends AnyFinding>(
  token: string,
  action: SomeAction<Finding>,
  fields: Record<string, string | number | string[]>,
) =>
  actAs(token, () =>
    action(
      initialFormState,
      aForm(
        Object.fromEntries(
          Object.entries(fields).map(([name, value]) => [name, Array.isArray(value) ? value : String(value)]),
        ),
      ),
    ),
  );

/** The class planned last. */
export const latestClass = () =>
  asOperator(
    async ({ db }) => (await db.trainingClass.findFirstOrThrow({ orderBy: { createdAt: "desc" } })).id,
  );
