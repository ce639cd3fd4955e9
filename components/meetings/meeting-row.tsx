"use client";

import type { KeyboardEvent } from "react";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { type Shape, StatusShape } from "@/components/ui/shapes";
import { followLabel, meetingFindingText, numberLabel, outcomeLabel } from "@/lib/meetings/labels";
import type { MeetingPerson } from "@/lib/meetings/queries/meeting";
import { type Attendance, mayReturn, neededOf, type Sitting } from "@/lib/meetings/rules/committee";
import type { MeetingFinding } from "@/lib/meetings/rules/finding";
import { FOLLOWS, goesBack, type Outcome, outcomeOf, rowFaults } from "@/lib/meetings/rules/row";
import type { Fields } from "./kept-entries";
import { fieldsOf, rowOf } from "./typed-row";
import type { Entry } from "./use-entries";

export const COUNTS = ["agreed", "disagreed", "other"] as const;
const COUNT_LABELS = { agreed: "Tán thành", disagreed: "Không tán thành", other: "Ý kiến khác" } as const;

const SHAPES: Record<Outcome, Shape> = {
  agreed: "passes",
  fellShort: "blocks",
  asksSuperior: "informs",
  heldBack: "returned",
  pending: "notAssigned",
};

/** The id of a cell's input, so that a sentence about it leads there. */
export const cellId = (field: string, itemId: string): string => `field-${field}-${itemId}`;

type RowProps = {
  place: number;
  person: MeetingPerson;
  entry: Entry;
  sitting: Sitting;
  attendance: Attendance;
  proposal: string;
  current: boolean;
  onField: (field: string, text: string) => void;
  onKey: (event: KeyboardEvent<HTMLElement>, field: string) => void;
  onFocus: () => void;
  onLeave: () => void;
  onInsist: (version: number) => void;
  onAdopt: (fields: Fields, version: number) => void;
};

/** One person before the meeting: three counts, what comes of them, and the number of the paper. */
export function MeetingRow(props: RowProps) {
  const { place, person, entry, sitting, attendance, current, onFocus, onLeave } = props;
  const row = rowOf(entry.fields);
  const outcome = outcomeOf(row, attendance, sitting);
  const skipped = (person.blocked || person.movedOn) && outcome === "pending";
  return (
    <tr
      data-item={person.itemId}
      onFocus={onFocus}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) onLeave();
      }}
      className={classNames(
        "border-t border-line",
        current ? "bg-hover shadow-[inset_4px_0_0_var(--color-red)]" : "hover:bg-hover",
      )}
    >
      <td className="py-3 pr-1 pl-5 text-ink3">{place}</td>
      <th scope="row" className="px-2 py-2.5 text-left font-normal">
        <strong className="keep block">{person.name}</strong>
        <span className="text-note text-ink2">{shortPlace(person)}</span>
        <RowNotes {...props} />
      </th>
      {COUNTS.map((field) => (
        <td key={field} className="px-1 py-2.5 text-center">
          <CountCell {...props} field={field} skipped={skipped} />
        </td>
      ))}
      <td className="px-2 py-2.5">
        {skipped && <Skipped person={person} />}
        {(!skipped || current) && <OutcomeCell {...props} outcome={outcome} />}
      </td>
      <td className="py-2.5 pr-4 pl-2">{!skipped && <PaperCell {...props} outcome={outcome} />}</td>
    </tr>
  );
}

/** "thôn 3, xã Ea Phê": what kind of organisation it is says the page. */
const shortPlace = ({ cell, above }: MeetingPerson): string =>
  [cell.replace(/^Chi bộ /, ""), above?.replace(/^Đảng bộ /, "")].filter(Boolean).join(", ");

const CELL =
  "figures min-h-9 rounded-button border bg-transparent px-2 text-staff text-ink placeholder:text-ink3 hover:border-field focus:border-2 focus:border-ink focus:bg-surface focus:outline-none";
const border = (current: boolean) => (current ? "border-field bg-surface" : "border-transparent");

function CountCell({
  field,
  skipped,
  ...props
}: RowProps & { field: (typeof COUNTS)[number]; skipped: boolean }) {
  const { person, entry, current, onField, onKey } = props;
  return (
    <input
      id={cellId(field, person.itemId)}
      value={entry.fields[field] ?? ""}
      onChange={(event) => onField(field, event.target.value.replace(/\D/g, "").slice(0, 4))}
      onKeyDown={(event) => onKey(event, field)}
      aria-label={`${COUNT_LABELS[field]}, ${person.name}`}
      inputMode="numeric"
      autoComplete="off"
      placeholder="–"
      tabIndex={skipped && !current ? -1 : 0}
      className={classNames(CELL, border(current), "w-14 text-center", field === "agreed" && "font-semibold")}
    />
  );
}

function OutcomeCell({ outcome, ...props }: RowProps & { outcome: Outcome }) {
  const { person, entry, sitting, attendance, current, onField, onKey } = props;
  const byVotes = outcomeOf({ ...rowOf(entry.fields), outcome: null }, attendance, sitting);
  const follows = outcome === "heldBack" || outcome === "fellShort";
  return (
    <>
      <span className="flex items-center gap-1.5">
        {outcome !== "pending" && <StatusShape shape={SHAPES[outcome]} size={15} />}
        <select
          id={cellId("outcome", person.itemId)}
          value={entry.fields.outcome}
          onChange={(event) => onField("outcome", event.target.value)}
          onKeyDown={(event) => onKey(event, "outcome")}
          aria-label={`Kết quả, ${person.name}`}
          className={classNames(CELL, border(current), "w-full", !current && "appearance-none")}
        >
          <option value="">
            {current || byVotes !== "pending" ? votesSay(byVotes, sitting, attendance) : "\u00a0"}
          </option>
          <option value="asksSuperior">{outcomeLabel("asksSuperior", sitting)}</option>
          <option value="heldBack">{outcomeLabel("heldBack", sitting)}</option>
        </select>
      </span>
      {follows && mayReturn(sitting.matter) && (
        <select
          id={cellId("follow", person.itemId)}
          value={entry.fields.follow}
          onChange={(event) => onField("follow", event.target.value)}
          onKeyDown={(event) => onKey(event, "follow")}
          aria-label={`Xử lý hồ sơ, ${person.name}`}
          className={classNames(
            CELL,
            border(current),
            "mt-1 ml-5 w-[calc(100%-1.25rem)]",
            !current && "appearance-none",
          )}
        >
          {FOLLOWS.map((follow) => (
            <option key={follow} value={follow}>
              {followLabel(follow)}
            </option>
          ))}
        </select>
      )}
    </>
  );
}

function votesSay(byVotes: Outcome, sitting: Sitting, { convened }: Attendance): string {
  if (byVotes !== "pending") return outcomeLabel(byVotes, sitting);
  return convened === null ? "Theo số phiếu" : `Cần từ ${neededOf(sitting.threshold, convened)} phiếu`;
}

/** The number of who was agreed to; a reason where one has to be given. */
function PaperCell({ outcome, ...props }: RowProps & { outcome: Outcome }) {
  const { person, entry, sitting } = props;
  const row = rowOf(entry.fields);
  const late = outcome === "agreed" && person.review.findings.some(({ is }) => is === "decisionLate");
  const reason =
    outcome === "asksSuperior" || outcome === "heldBack" || goesBack(row, outcome, sitting.matter);
  const label = late ? "Lý do quá hạn" : outcome === "asksSuperior" ? "Nội dung xin ý kiến" : "Lý do";
  return (
    <>
      {(outcome === "agreed" || outcome === "pending") && <NumberCell {...props} />}
      {(late || reason) && <NoteCell {...props} label={label} />}
    </>
  );
}

function NumberCell({ person, entry, sitting, proposal, current, onField, onKey }: RowProps) {
  return (
    <input
      id={cellId("documentNumber", person.itemId)}
      value={entry.fields.documentNumber ?? ""}
      onChange={(event) => onField("documentNumber", event.target.value)}
      onKeyDown={(event) => onKey(event, "documentNumber")}
      aria-label={`${numberLabel(sitting.matter)}, ${person.name}`}
      placeholder={current ? proposal : ""}
      maxLength={60}
      autoComplete="off"
      className={classNames(CELL, border(current), "w-full min-w-28")}
    />
  );
}

function NoteCell({ person, entry, current, onField, onKey, label }: RowProps & { label: string }) {
  return (
    <textarea
      id={cellId("note", person.itemId)}
      value={entry.fields.note ?? ""}
      onChange={(event) => onField("note", event.target.value)}
      onKeyDown={(event) => onKey(event, "note")}
      aria-label={`${label}, ${person.name}`}
      placeholder={label}
      maxLength={500}
      rows={1}
      className={classNames(
        CELL,
        border(current),
        "field-sizing-content block w-full min-w-28 resize-none py-1.5",
      )}
    />
  );
}

function Skipped({ person }: { person: MeetingPerson }) {
  const missing = person.review.findings.filter(({ blocks }) => blocks).length;
  return (
    <span className="inline-flex items-start gap-1.5 py-1.5 text-staff text-red-hover">
      <span className="mt-1">
        <StatusShape shape="blocks" size={15} />
      </span>
      {person.movedOn ? "Đã chuyển sang bước khác" : `${missing} điều kiện chưa đạt`}
    </span>
  );
}

/** Below the name: what does not fit yet, and what somebody else typed meanwhile. */
function RowNotes({ entry, sitting, attendance, current, onInsist, onAdopt }: RowProps) {
  const conflict = entry.answer?.findings.find((finding) => finding.is === "rowChanged");
  const told = [
    ...Object.values(entry.answer?.fieldErrors ?? {}).flat(),
    ...(entry.answer?.findings ?? []).map(meetingFindingText),
    ...(current || entry.state !== "stored"
      ? []
      : sumFault(rowFaults(rowOf(entry.fields), attendance, sitting))),
  ];
  if (told.length === 0) return null;
  return (
    <span role="alert" className="mt-1 block text-note font-medium text-red-hover">
      {told.join(" ")}
      {conflict?.is === "rowChanged" && (
        <span className="mt-1.5 flex flex-wrap items-center gap-2 font-normal text-ink2">
          {otherText(conflict)}
          <Button className="!min-h-8" onClick={() => onAdopt(fieldsOf(conflict.row), conflict.version)}>
            Lấy bản ấy
          </Button>
          <Button className="!min-h-8" onClick={() => onInsist(conflict.version)}>
            Ghi bản của tôi
          </Button>
        </span>
      )}
    </span>
  );
}

const sumFault = (faults: ReturnType<typeof rowFaults>): string[] =>
  faults.flatMap((fault) =>
    fault.is === "votesDoNotAddUp"
      ? [`Cộng lại được ${fault.counted} phiếu, nhưng dự họp ${fault.present} đồng chí.`]
      : [],
  );

function otherText({ row }: Extract<MeetingFinding, { is: "rowChanged" }>): string {
  const counts = [row.agreed, row.disagreed, row.other].map((count) => count ?? "–").join(" / ");
  return [`Bản ấy: ${counts}`, row.documentNumber, row.note].filter(Boolean).join(", ");
}
