import Link from "next/link";
import { Panel } from "@/components/ui/panel";
import { type Shape, StatusShape } from "@/components/ui/shapes";
import { targetLabel } from "@/lib/pipeline/labels/words";
import type { CandidateView } from "@/lib/pipeline/queries/candidate";
import { replyDue } from "@/lib/pipeline/rules/background";
import { isSettled, type TargetState } from "@/lib/pipeline/rules/verification";
import { formatDay } from "@/lib/shared/days";
import { sentence } from "./record-parts";

/** Each target of the verification: sent, due, returned or waived; only how it ended (domain §3.8, §9). */
export function VerificationPanel({ view }: { view: CandidateView }) {
  const { standing, event, candidate, may, today } = view;
  if (standing.verification.length === 0) return null;
  return (
    <Panel flush heading="Thẩm tra lý lịch" aside="Chỉ ghi kết quả, không ghi nội dung.">
      <ul>
        {standing.verification.map((state) => {
          const dueOn = replyDue(state, event);
          const { shape, words, late } = stateOf(state, dueOn, today);
          return (
            <li
              key={state.target}
              className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line px-5 py-3 first:border-0"
            >
              <StatusShape shape={shape} size={15} />
              <span className="min-w-48 flex-1">
                <span className="font-medium">{sentence(targetLabel(state.target))}</span>
                <span className={`block text-note ${late ? "font-semibold text-red" : "text-ink2"}`}>
                  {words}
                </span>
              </span>
              {may.verificationSent && !isSettled(state) && !standing.closedOn && (
                <span className="no-print flex flex-wrap gap-x-4 text-staff">
                  {(state.sentOn
                    ? (["verificationReturned"] as const)
                    : (["verificationSent", "verificationWaived"] as const)
                  ).map((kind) => (
                    <Link
                      key={kind}
                      href={`/pipeline/${candidate.id}/record/${kind}?of=${state.target}`}
                      prefetch={false}
                      className="link py-2"
                    >
                      {ACTION[kind]}
                    </Link>
                  ))}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}

const ACTION = {
  verificationSent: "Gửi thẩm tra",
  verificationReturned: "Ghi kết quả",
  verificationWaived: "Miễn thẩm tra",
} as const;

function stateOf(
  { sentOn, returnedOn, result, waivedOn }: TargetState,
  dueOn: string | null,
  today: string,
): { shape: Shape; words: string; late: boolean } {
  if (waivedOn)
    return {
      shape: "passes",
      words: `Không phải thẩm tra, đối chiếu ngày ${formatDay(waivedOn)}`,
      late: false,
    };
  if (result === "passed" && returnedOn)
    return { shape: "passes", words: `Đạt, ngày ${formatDay(returnedOn)}`, late: false };
  if (result && returnedOn)
    return {
      shape: "blocks",
      words: `${result === "notPassed" ? "Không đạt" : "Cần cấp trên kết luận"}, ngày ${formatDay(returnedOn)}`,
      late: false,
    };
  if (!sentOn) return { shape: "notAssigned", words: "Chưa gửi thẩm tra", late: false };
  const late = dueOn !== null && dueOn < today;
  const until = dueOn ? `, hạn trả lời ${formatDay(dueOn)}` : "";
  return { shape: late ? "late" : "watch", words: `Đã gửi ngày ${formatDay(sentOn)}${until}`, late };
}
