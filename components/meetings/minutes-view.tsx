import { PageHeading } from "@/components/ui/page-heading";
import { PrintButton } from "@/components/ui/page-tools";
import {
  ballotLabel,
  committeeLabel,
  convenedLabel,
  followLabel,
  matterLabel,
  numberLabel,
  outcomeLabel,
  thresholdLabel,
} from "@/lib/meetings/labels";
import type { MeetingPage, MeetingPerson } from "@/lib/meetings/queries/meeting";
import { neededOf } from "@/lib/meetings/rules/committee";
import { goesBack, outcomeOf } from "@/lib/meetings/rules/row";
import { placeAndDay, superiorName, writerName } from "@/lib/organisation/rules/letterhead";
import { formatDay } from "@/lib/shared/days";
import { countsText } from "./counts-text";

/** The minutes as they are signed: A4, black lines, the head of the table on each page. */
export function MinutesView({ page }: { page: MeetingPage }) {
  const { id, unit, line, matter, heldOn, state, today, minutesNumber } = page;
  const [, above] = line;
  const superior = above && superiorName(above);
  return (
    <div className="mx-auto max-w-[860px]">
      <div className="no-print">
        <PageHeading
          title="Biên bản phiên họp"
          back={{ href: `/meetings/${id}`, label: "Phiên họp" }}
          actions={<PrintButton />}
        />
      </div>
      <article className="rounded-panel border border-line bg-surface p-5 phone:p-10 print:rounded-none print:border-0 print:p-0">
        <header className="grid grid-cols-2 gap-4 text-center">
          <div>
            {superior && <p>{superior}</p>}
            <p className="font-semibold">{writerName(unit)}</p>
            <p>*</p>
            <p>Số {minutesNumber ?? "............"}</p>
          </div>
          <div>
            <p className="font-semibold underline underline-offset-4">ĐẢNG CỘNG SẢN VIỆT NAM</p>
            <p className="mt-2 italic">{placeAndDay(line, heldOn)}</p>
          </div>
        </header>
        <h2 className="mt-8 text-center text-headline font-semibold">BIÊN BẢN</h2>
        <p className="text-center font-semibold">
          Phiên họp {committeeLabel(matter, unit)} {matterLabel(matter).toLowerCase()}
        </p>
        <Attendance page={page} />
        <PeopleTable page={page} />
        <p className="mt-4">Kết quả: {resultOf(page)}.</p>
        <div className="mt-10 grid grid-cols-2 gap-4 text-center font-semibold [break-inside:avoid]">
          <p className="min-h-32">THƯ KÝ PHIÊN HỌP</p>
          <p className="min-h-32">CHỦ TRÌ PHIÊN HỌP</p>
        </div>
        <footer className="mt-6 border-t border-line2 pt-2 print:border-[#000] text-note text-ink2">
          In ngày {formatDay(today)}.{state === "open" && " Phiên họp chưa ghi kết quả."}
        </footer>
      </article>
    </div>
  );
}

function Attendance({ page }: { page: MeetingPage }) {
  const { matter, threshold, convened, present, ballot } = page;
  const absent = convened !== null && present !== null ? convened - present : null;
  return (
    <div className="mt-5 space-y-1">
      <p>
        {convenedLabel(matter)}: {convened ?? "......"} đồng chí; dự họp: {present ?? "......"}; vắng mặt:{" "}
        {absent ?? "......"}.
      </p>
      <p>Hình thức biểu quyết: {ballotLabel(ballot).toLowerCase()}. Xét và biểu quyết từng người một.</p>
      {convened !== null && (
        <p>
          Đồng ý khi có {thresholdLabel(page, convened)}: từ {neededOf(threshold, convened)} phiếu.
        </p>
      )}
    </div>
  );
}

const CELL = "border border-line2 px-2 py-1.5 print:border-[#000]";

function PeopleTable({ page }: { page: MeetingPage }) {
  return (
    <div className="mt-5 overflow-x-auto print:overflow-visible">
      <table className="w-full text-staff print:text-[11pt]">
        <thead>
          <tr>
            {[
              "TT",
              "Họ và tên, đơn vị",
              "Tán thành",
              "Không tán thành",
              "Ý kiến khác",
              "Kết quả",
              numberLabel(page.matter),
            ].map((head) => (
              <th key={head} className={`${CELL} font-semibold`}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {page.people.map((person, place) => (
            <tr key={person.itemId}>
              <td className={`${CELL} text-center`}>{place + 1}</td>
              <td className={CELL}>
                <strong className="keep">{person.name}</strong>, sinh {person.abstract.birthYear}
                <span className="block">{[person.cell, person.above].filter(Boolean).join(", ")}</span>
              </td>
              {(["agreed", "disagreed", "other"] as const).map((count) => (
                <td key={count} className={`${CELL} text-center`}>
                  {person.row[count] ?? "–"}
                </td>
              ))}
              <td className={CELL}>{outcomeWords(page, person)}</td>
              <td className={`${CELL} keep`}>
                {outcomeOf(person.row, page, page) === "agreed" ? person.row.documentNumber : ""}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function outcomeWords(page: MeetingPage, { row }: MeetingPerson): string {
  const outcome = outcomeOf(row, page, page);
  const back = goesBack(row, outcome, page.matter) ? followLabel("returned") : null;
  const note = outcome === "agreed" || outcome === "pending" ? null : row.note;
  return [outcomeLabel(outcome, page), back, note].filter(Boolean).join(". ");
}

function resultOf(page: MeetingPage): string {
  const counts = countsText(page.people.map(({ row }) => outcomeOf(row, page, page)));
  return `${page.people.length} người được đưa ra xét${counts ? `: ${counts.replaceAll(" · ", "; ")}` : ""}`;
}
