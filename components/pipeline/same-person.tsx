import Link from "next/link";
import { wrongLines } from "@/components/ui/refusals";
import { Notice } from "@/components/ui/states";
import type { EntryFinding } from "@/lib/pipeline/rules/entry";
import type { FormState } from "@/lib/shared/form-state";

/** What is wrong, for the summary on top of the form. */
export function linesOf(state: FormState<EntryFinding>) {
  const same = state.findings
    .filter(({ is }) => is === "sameNumber")
    .map(() => ({
      field: "citizenNumber",
      sentence: "Số định danh đã có hồ sơ. Một số chỉ thuộc một người.",
    }));
  return [...wrongLines(state, ""), ...same];
}

/** Who it may be already; where is told only to who may see it. */
export function SameNotice({ findings }: { findings: readonly EntryFinding[] }) {
  return findings.map((finding) => {
    if (finding.is === "changedMeanwhile") {
      return (
        <Notice
          key="changed"
          tone="warns"
          title={`${finding.by ? `Đồng chí ${finding.by}` : "Người khác"} vừa sửa hồ sơ này.`}
        >
          Chưa ghi gì cả; những gì đồng chí nhập vẫn còn. Hãy xem bản mới rồi sửa lại.
        </Notice>
      );
    }
    const where = finding.unitName ? ` tại ${finding.unitName}` : " ở nơi khác; hãy hỏi cấp ủy cấp trên";
    return (
      <Notice
        key={`${finding.is}${finding.candidateId}`}
        tone={finding.is === "sameNumber" ? "blocks" : "warns"}
        title={
          finding.is === "sameNumber"
            ? `Số định danh này đã có hồ sơ${where}.`
            : `Đã có người trùng họ tên và ngày sinh${where}.`
        }
      >
        {finding.candidateId && (
          <Link href={`/pipeline/${finding.candidateId}`} className="link" target="_blank">
            Xem hồ sơ đó
          </Link>
        )}
        {finding.is === "samePerson" && (
          <p>Nếu là người khác, hãy đánh dấu "Đây là người khác, vẫn ghi" ở cuối biểu.</p>
        )}
      </Notice>
    );
  });
}
