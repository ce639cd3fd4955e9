"use client";

import { type KeyboardEvent, useCallback, useRef, useState } from "react";
import { saveMeetingHead, saveMeetingRow } from "@/lib/meetings/actions";
import { numberLabel } from "@/lib/meetings/labels";
import type { MeetingPage } from "@/lib/meetings/queries/meeting";
import { nextNumber, splitNumber } from "@/lib/meetings/rules/numbering";
import { allInFavour, completed, outcomeOf } from "@/lib/meetings/rules/row";
import { formatDay } from "@/lib/shared/days";
import { initialFormState } from "@/lib/shared/form-state";
import { AbstractPanel } from "./abstract-panel";
import { AgendaForm } from "./agenda-form";
import { ConnectionBar } from "./connection-bar";
import { DeskFoot } from "./desk-foot";
import type { Fields, KeptEntry } from "./kept-entries";
import { MeetingHead } from "./meeting-head";
import { COUNTS, cellId, MeetingRow } from "./meeting-row";
import { Progress } from "./progress";
import { fieldsOf, rowOf } from "./typed-row";
import { useEntries } from "./use-entries";

const HEAD = "head";

/** The desk of the secretary: the grid, the abstract of the current person, and everything by keyboard. */
export function MeetingDesk({ page }: { page: MeetingPage }) {
  const { id: meetingId, matter, people, numbers } = page;
  const send = useCallback((id: string, entry: KeptEntry) => sendEntry(meetingId, id, entry), [meetingId]);
  const store = useEntries(`meeting:${meetingId}:${page.keeper}`, initialEntries(page), send);
  const { entries, latest } = store;
  const [currentId, setCurrentId] = useState(people[0]?.itemId ?? "");
  const undone = useRef<{ id: string; fields: Fields }[]>([]);

  const attendance = attendanceOf(entries[HEAD]?.fields ?? {});
  const at = Math.max(
    0,
    people.findIndex(({ itemId }) => itemId === currentId),
  );
  const current = people[at];
  const outcomes = people.map(({ itemId }) =>
    outcomeOf(rowOf(entries[itemId]?.fields ?? {}), attendance, page),
  );

  const proposalFor = (itemId: string): string => {
    const others = people
      .filter((person) => person.itemId !== itemId)
      .map((person) => latest.current[person.itemId]?.fields.documentNumber ?? "")
      .filter((number) => number !== "");
    const tail = others.map((number) => splitNumber(number)?.tail).findLast(Boolean) ?? numbers.tail;
    return nextNumber([...numbers.sequence, ...others], tail);
  };
  /** Fills what is plain once a row is left: counts of none, and the next free number of who was agreed to. */
  const finished = (itemId: string, fields: Fields): Fields => {
    const now = attendanceOf(latest.current[HEAD]?.fields ?? {});
    const row = completed(rowOf(fields), now);
    const agreed = outcomeOf(row, now, page) === "agreed";
    const documentNumber = agreed ? (row.documentNumber ?? proposalFor(itemId)) : null;
    return fieldsOf({ ...row, documentNumber });
  };
  const type = (itemId: string, fields: Fields) => {
    const before = latest.current[itemId];
    if (!before) return;
    if (before.state !== "typing" || undone.current.at(-1)?.id !== itemId)
      undone.current.push({ id: itemId, fields: before.fields });
    store.change(itemId, fields);
  };
  const leave = (itemId: string) => {
    const entry = latest.current[itemId];
    if (entry?.state === "typing") store.change(itemId, finished(itemId, entry.fields));
    store.leave(itemId);
  };
  const undo = () => {
    const last = undone.current.pop();
    if (!last) return;
    store.change(last.id, last.fields);
    if (last.id !== currentId) store.leave(last.id);
    focusCell("agreed", last.id);
  };
  const goTo = (step: 1 | -1, field: string) => {
    for (let place = at + step; place >= 0 && place < people.length; place += step) {
      const person = people[place];
      if (!person || isSkipped(place)) continue;
      if (!focusCell(field, person.itemId)) focusCell("agreed", person.itemId);
      return;
    }
    if (step === 1) document.getElementById("record-meeting")?.focus();
  };
  const isSkipped = (place: number): boolean => {
    const person = people[place];
    return Boolean(person && (person.blocked || person.movedOn) && outcomes[place] === "pending");
  };
  const onKey = (itemId: string) => (event: KeyboardEvent<HTMLElement>, field: string) => {
    const isCount = (COUNTS as readonly string[]).includes(field);
    const fields = latest.current[itemId]?.fields ?? {};
    if (event.key === "*" && isCount) {
      const now = attendanceOf(latest.current[HEAD]?.fields ?? {});
      type(itemId, finished(itemId, fieldsOf(allInFavour(rowOf(fields), now))));
    } else if (event.key === "Enter") goTo(1, "agreed");
    else if (event.key === "ArrowDown" && event.currentTarget.tagName === "INPUT") goTo(1, field);
    else if (event.key === "ArrowUp" && event.currentTarget.tagName === "INPUT") goTo(-1, field);
    else if (event.key.toLowerCase() === "z" && (event.ctrlKey || event.metaKey) && !event.shiftKey) undo();
    else return;
    event.preventDefault();
  };

  return (
    <div className="hidden phone:block">
      <ConnectionBar lost={store.lost} unsent={store.unsent} />
      <div className="grid items-start gap-4 desk:grid-cols-[minmax(0,1fr)_340px]">
        <section className="rounded-panel border border-line bg-surface" aria-label="Danh sách xét">
          <div className="border-b border-line">
            {entries[HEAD] && (
              <MeetingHead
                sitting={page}
                entry={entries[HEAD]}
                convened={attendance.convened}
                onField={(field, text) =>
                  store.change(HEAD, { ...latest.current[HEAD]?.fields, [field]: text })
                }
                onLeave={() => store.leave(HEAD)}
              >
                <Progress
                  people={people.map(({ itemId }, place) => ({
                    itemId,
                    outcome: outcomes[place] ?? "pending",
                  }))}
                  at={at}
                />
              </MeetingHead>
            )}
          </div>
          <table className="w-full text-staff">
            <thead className="sticky top-15 z-10 bg-sunken text-chip">
              <tr>
                <th className="py-2.5 pl-5 text-left font-medium">#</th>
                <th className="px-2 text-left font-medium">Người được xét</th>
                <th className="px-1 font-medium">Tán thành</th>
                <th className="px-1 font-medium">Không tán thành</th>
                <th className="px-1 font-medium">Ý kiến khác</th>
                <th className="w-48 px-2 text-left font-medium">Kết quả</th>
                <th className="w-38 px-2 text-left font-medium">{numberLabel(matter)}</th>
              </tr>
            </thead>
            <tbody>
              {people.map((person, place) => {
                const entry = entries[person.itemId];
                const { itemId } = person;
                return (
                  entry && (
                    <MeetingRow
                      key={itemId}
                      place={place + 1}
                      person={person}
                      entry={entry}
                      sitting={page}
                      attendance={attendance}
                      proposal={itemId === currentId ? proposalFor(itemId) : ""}
                      current={itemId === currentId}
                      onField={(field, text) => type(itemId, { ...entry.fields, [field]: text })}
                      onKey={onKey(itemId)}
                      onFocus={() => setCurrentId(itemId)}
                      onLeave={() => leave(itemId)}
                      onInsist={(version) => store.insist(itemId, version)}
                      onAdopt={(fields, version) => store.adopt(itemId, fields, version)}
                    />
                  )
                );
              })}
            </tbody>
          </table>
          <DeskFoot
            page={page}
            outcomes={outcomes}
            present={attendance.present}
            unsent={store.unsent}
            refused={store.refused}
            version={entries[HEAD]?.version ?? page.version}
            seen={people.map(({ itemId }) => `${itemId}:${entries[itemId]?.version ?? 0}`).join(",")}
          />
        </section>
        {current && (
          <aside className="sticky top-20 max-h-[calc(100dvh-6rem)] overflow-y-auto rounded-panel border border-line bg-surface">
            <AbstractPanel person={current} place={at + 1} of={people.length} heldOn={page.heldOn} />
            <AgendaForm
              key={current.candidateId}
              meetingId={meetingId}
              candidateId={current.candidateId}
              name={current.name}
              on={false}
            />
          </aside>
        )}
      </div>
    </div>
  );
}

function initialEntries({ heldOn, convened, present, ballot, minutesNumber, version, people }: MeetingPage) {
  const text = (count: number | null) => (count === null ? "" : String(count));
  const head = {
    heldOn: formatDay(heldOn),
    convened: text(convened),
    present: text(present),
    ballot,
    minutesNumber: minutesNumber ?? "",
  };
  return {
    [HEAD]: { fields: head, version },
    ...Object.fromEntries(
      people.map((person) => [person.itemId, { fields: fieldsOf(person.row), version: person.version }]),
    ),
  };
}

function attendanceOf({ convened = "", present = "" }: Fields) {
  const count = (text: string) => (/^\d+$/.test(text.trim()) ? Number(text) : null);
  return { convened: count(convened), present: count(present) };
}

/** One entry as a form; a request that does not arrive throws. */
function sendEntry(meetingId: string, id: string, { fields, version, key }: KeptEntry) {
  const form = new FormData();
  const told = {
    meetingId,
    ...(id === HEAD ? {} : { itemId: id }),
    version: String(version),
    ...fields,
    requestKey: key,
  };
  for (const [name, text] of Object.entries(told)) form.append(name, text);
  return id === HEAD ? saveMeetingHead(initialFormState, form) : saveMeetingRow(initialFormState, form);
}

/** Puts the cursor into a cell with its text selected; false where the row has no such cell now. */
function focusCell(field: string, itemId: string): boolean {
  const cell = document.getElementById(cellId(field, itemId));
  if (!cell) return false;
  cell.focus();
  if (cell instanceof HTMLInputElement) cell.select();
  return true;
}
