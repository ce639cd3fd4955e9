import { Panel } from "@/components/ui/panel";
import { type Shape, StatusShape } from "@/components/ui/shapes";
import { followLabel, numberLabel, outcomeLabel } from "@/lib/meetings/labels";
import type { MeetingPage, MeetingPerson } from "@/lib/meetings/queries/meeting";
import { mayReturn } from "@/lib/meetings/rules/committee";
import { type Outcome, outcomeOf } from "@/lib/meetings/rules/row";

const SHAPES: Record<Outcome, Shape> = {
  agreed: "passes",
  fellShort: "blocks",
  asksSuperior: "informs",
  heldBack: "returned",
  pending: "notAssigned",
};

/** The meeting to read: a table on a desktop, three lines a person on a phone. */
export function MeetingResults({ page }: { page: MeetingPage }) {
  const { people, matter } = page;
  return (
    <Panel flush>
      <table className="hidden w-full text-staff phone:table">
        <thead className="sticky top-15 z-10 bg-sunken text-chip">
          <tr>
            {[
              "#",
              "Người được xét",
              "Tán thành",
              "Không tán thành",
              "Ý kiến khác",
              "Kết quả",
              numberLabel(matter),
            ].map((head, place) => (
              <th
                key={head}
                className={`px-3 py-2.5 font-medium first:pl-5 ${place > 1 && place < 5 ? "text-center" : "text-left"}`}
              >
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {people.map((person, place) => (
            <tr key={person.itemId} className="border-t border-line align-top">
              <td className="py-3 pl-5 text-ink3">{place + 1}</td>
              <th scope="row" className="px-3 py-2.5 text-left font-normal">
                <a
                  href={`/pipeline/${person.candidateId}`}
                  data-soft=""
                  className="block font-semibold hover:underline"
                >
                  {person.name}
                </a>
                <span className="text-note text-ink2">{placeOf(person)}</span>
              </th>
              {(["agreed", "disagreed", "other"] as const).map((count) => (
                <td key={count} className="py-3 text-center">
                  {person.row[count] ?? "–"}
                </td>
              ))}
              <td className="px-3 py-3">
                <OutcomeWords page={page} person={person} />
              </td>
              <td className="px-3 py-3">{paperOf(page, person)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <ul className="phone:hidden">
        {people.map((person) => (
          <li key={person.itemId} className="border-b border-line last:border-0">
            <a href={`/pipeline/${person.candidateId}`} data-soft="" className="block px-4 py-3">
              <strong className="block text-task">{person.name}</strong>
              <span className="block text-ink2">{placeOf(person)}</span>
              <span className="mt-1 flex flex-wrap items-center justify-between gap-x-3">
                <OutcomeWords page={page} person={person} />
                <span className="figures text-ink2">{votesText(person)}</span>
              </span>
              {paperOf(page, person) && <span className="block">{paperOf(page, person)}</span>}
            </a>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

const placeOf = ({ cell, above }: MeetingPerson): string => [cell, above].filter(Boolean).join(", ");

function votesText({ row }: MeetingPerson): string {
  const counts = [row.agreed, row.disagreed, row.other];
  return counts.every((count) => count === null) ? "" : counts.map((count) => count ?? "–").join(" / ");
}

function OutcomeWords({ page, person }: { page: MeetingPage; person: MeetingPerson }) {
  const outcome = outcomeOf(person.row, page, page);
  const missing = person.review.findings.filter(({ blocks }) => blocks).length;
  const skipped = outcome === "pending" && missing > 0;
  const follows = (outcome === "heldBack" || outcome === "fellShort") && mayReturn(page.matter);
  return (
    <span className="inline-flex items-start gap-1.5">
      <span className="mt-1">
        <StatusShape shape={skipped ? "blocks" : SHAPES[outcome]} />
      </span>
      <span>
        {skipped ? `${missing} điều kiện chưa đạt` : outcomeLabel(outcome, page)}
        {follows && <span className="block text-note text-ink2">{followLabel(person.row.follow)}</span>}
      </span>
    </span>
  );
}

function paperOf(page: MeetingPage, { row }: MeetingPerson): string | null {
  return outcomeOf(row, page, page) === "agreed" ? row.documentNumber : row.note;
}
