import Link from "next/link";
import { Panel } from "@/components/ui/panel";
import { type Shape, StatusShape } from "@/components/ui/shapes";
import type { PaperLine, PaperState } from "@/lib/pipeline/rules/papers";
import { formatDay } from "@/lib/shared/days";

type PapersProps = { papers: readonly PaperLine[]; candidateId: string; mayMark: boolean; today: string };

/** Number and day of each paper, where it lies and until when it is valid; never the paper itself. */
export function Papers({ papers, candidateId, mayMark, today }: PapersProps) {
  const now = papers.filter(({ state }) => state !== "notYet");
  const later = papers.filter(({ state }) => state === "notYet");
  return (
    <Panel flush heading="Giấy tờ" aside="Chỉ ghi số, ngày, nơi để. Không tải bản chụp lên.">
      <table className="w-full text-table">
        <thead className="bg-sunken text-left text-chip">
          <tr>
            <th className="px-5 py-2 font-semibold">Giấy tờ</th>
            <th className="px-3 font-semibold">Số, ngày</th>
            <th className="px-5 font-semibold">Tình trạng</th>
          </tr>
        </thead>
        <tbody>
          {now.map((paper) => (
            <PaperRow
              key={paper.code}
              paper={paper}
              candidateId={candidateId}
              mayMark={mayMark}
              today={today}
            />
          ))}
        </tbody>
      </table>
      {later.length > 0 && (
        <details className="border-t border-line">
          <summary className="px-5 py-3.5 text-staff text-ink2">
            Xem {later.length} giấy tờ chưa đến lúc cần
          </summary>
          <ul className="px-5 pb-4 text-staff text-ink2">
            {later.map(({ code, title, form }) => (
              <li key={code} className="py-1">
                {title} <span className="keep text-note text-ink3">{form}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Panel>
  );
}

type PaperRowProps = Omit<PapersProps, "papers"> & { paper: PaperLine };

function PaperRow({ paper, candidateId, mayMark, today }: PaperRowProps) {
  const { code, title, form, number, onDay, issuer, place, comment, validUntil } = paper;
  const state = STATES[paper.state];
  return (
    <tr className="border-t border-line align-top">
      <td className="px-5 py-2.5 font-medium">
        {title} <span className="keep ml-1 text-note font-normal text-ink3">{form}</span>
        {(issuer || place) && (
          <span className="block text-note font-normal text-ink2">
            {[issuer && `Nơi cấp: ${issuer}`, place && `Để ở: ${place}`].filter(Boolean).join(". ")}
          </span>
        )}
        {comment && <span className="block text-note font-normal text-red">Nhận xét: {comment}</span>}
      </td>
      <td className="px-3 py-2.5">
        {[number, onDay && formatDay(onDay)].filter(Boolean).join(", ") || "–"}
        {validUntil && (
          <span className={`block text-note ${validUntil < today ? "font-semibold text-red" : "text-ink2"}`}>
            {validUntil < today ? "hết hạn" : "dùng được đến"}{" "}
            <span className="keep">{formatDay(validUntil)}</span>
          </span>
        )}
      </td>
      <td className="px-5 py-2.5">
        <span className="keep inline-flex items-center gap-1.5">
          <StatusShape shape={state.shape} size={13} />
          {state.word}
        </span>
        {mayMark && (
          <Link
            href={`/pipeline/${candidateId}/record/paperMarked?of=${code}`}
            prefetch={false}
            className="no-print block text-note"
            aria-label={`Kiểm tra: ${title}`}
          >
            <span className="link">Kiểm tra</span>
          </Link>
        )}
      </td>
    </tr>
  );
}

const STATES: Record<PaperState, { shape: Shape; word: string }> = {
  wrong: { shape: "returned", word: "Sai, làm lại" },
  checked: { shape: "passes", word: "Đã kiểm tra" },
  had: { shape: "passes", word: "Có" },
  expired: { shape: "blocks", word: "Hết hạn" },
  missing: { shape: "blocks", word: "Thiếu" },
  notYet: { shape: "notAssigned", word: "Chưa đến" },
};
