import { Panel } from "@/components/ui/panel";
import { type Shape, StatusShape } from "@/components/ui/shapes";
import { effectiveSteps, type Standing } from "@/lib/pipeline/rules/standing";
import type { Step, StepKind } from "@/lib/pipeline/rules/step";
import { formatDay } from "@/lib/shared/days";

const PAPERS: { title: string; form: string; kind: StepKind; needed: (so: Standing) => boolean }[] = [
  {
    title: "Giấy chứng nhận lớp nhận thức về Đảng",
    form: "CN-NTVĐ",
    kind: "certified",
    needed: (so) => so.sympathiserOn !== null,
  },
  { title: "Đơn xin vào Đảng", form: "1-KNĐ", kind: "applied", needed: (so) => so.certifiedOn !== null },
  {
    title: "Lý lịch của người xin vào Đảng",
    form: "2-KNĐ",
    kind: "cvDeclared",
    needed: (so) => so.appliedOn !== null,
  },
  {
    title: "Giấy giới thiệu người vào Đảng",
    form: "3-KNĐ, 4-KNĐ",
    kind: "referred",
    needed: (so) => so.appliedOn !== null,
  },
  { title: "Kết quả thẩm tra lý lịch", form: "", kind: "verified", needed: (so) => so.appliedOn !== null },
  {
    title: "Tổng hợp ý kiến nhận xét",
    form: "5-KNĐ",
    kind: "opinionCollected",
    needed: (so) => so.verifiedOn !== null,
  },
  {
    title: "Nghị quyết chi bộ đề nghị kết nạp",
    form: "6-KNĐ",
    kind: "cellVoted",
    needed: (so) => so.opinionsOn !== null,
  },
  {
    title: "Nghị quyết đảng ủy cơ sở",
    form: "8-KNĐ",
    kind: "baseVoted",
    needed: (so) => so.cellResolvedOn !== null,
  },
  {
    title: "Quyết định kết nạp đảng viên",
    form: "9-KNĐ",
    kind: "decided",
    needed: (so) => so.submittedOn !== null,
  },
  {
    title: "Giấy chứng nhận lớp đảng viên mới",
    form: "CN-ĐVM",
    kind: "newMemberCertified",
    needed: (so) => so.admittedOn !== null,
  },
];

/** Number and day of each paper and whether it is there; never the paper itself. */
export function Papers({ standing, steps }: { standing: Standing; steps: readonly Step[] }) {
  const counted = effectiveSteps(steps);
  return (
    <Panel flush heading="Giấy tờ" aside="Chỉ ghi số, ngày. Không tải bản chụp lên.">
      <table className="w-full text-table">
        <thead className="bg-sunken text-left text-chip">
          <tr>
            <th className="px-5 py-2 font-semibold">Giấy tờ</th>
            <th className="px-3 font-semibold">Số, ngày</th>
            <th className="px-5 font-semibold">Tình trạng</th>
          </tr>
        </thead>
        <tbody>
          {PAPERS.map(({ title, form, kind, needed }) => {
            const step = counted.findLast((known) => known.kind === kind);
            const state = stateOf(step, needed(standing));
            return (
              <tr key={title} className="border-t border-line">
                <td
                  className={step || needed(standing) ? "px-5 py-2.5 font-medium" : "px-5 py-2.5 text-ink2"}
                >
                  {title} <span className="keep ml-1 text-note font-normal text-ink3">{form}</span>
                </td>
                <td className="px-3">
                  {step ? [step.documentNumber, formatDay(step.onDay)].filter(Boolean).join(", ") : "–"}
                </td>
                <td className="keep px-5">
                  <span className="inline-flex items-center gap-1.5">
                    <StatusShape shape={state.shape} size={13} />
                    {state.word}
                  </span>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Panel>
  );
}

function stateOf(step: Step | undefined, needed: boolean): { shape: Shape; word: string } {
  if (step) return { shape: "passes", word: "Có" };
  return needed ? { shape: "blocks", word: "Thiếu" } : { shape: "notAssigned", word: "Chưa đến" };
}
