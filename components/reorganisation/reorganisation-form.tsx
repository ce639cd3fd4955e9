"use client";

import { useActionState, useMemo, useState } from "react";

import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { DayInput, TextInput } from "@/components/ui/inputs";
import { Panel } from "@/components/ui/panel";
import { RequestKey } from "@/components/ui/request-key";
import { SubmitButton } from "@/components/ui/submit-button";
import { draftReorganisation } from "@/lib/reorganisation/actions";
import type { ReadActs } from "@/lib/reorganisation/import";
import { reorganisationFindingText } from "@/lib/reorganisation/labels";
import type { ReorganisationEntry } from "@/lib/reorganisation/queries/reorganisations";
import type { ActField } from "@/lib/reorganisation/rules/act";
import { formatDay } from "@/lib/shared/days";
import { type FormState, initialFormState } from "@/lib/shared/form-state";
import { ActFields, type ActTexts } from "./act-fields";
import { ActsFile } from "./acts-file";
import { typedText } from "./typed-text";

const FIELDS: readonly ActField[] = ["is", "unit", "to", "name", "kind", "type", "parent", "decides"];
const EMPTY: ActTexts = { is: "", unit: "", to: "", name: "", kind: "", type: "", parent: "", decides: "" };

/** Lines of the form: their number in the field names never changes, so that what was typed stays theirs. */
type Lines = { first: number; ats: number[]; texts: Map<number, ActTexts>; errors: Record<string, string[]> };

const linesOf = (rows: readonly ActTexts[], first: number, errors: Lines["errors"] = {}): Lines => ({
  first,
  ats: rows.map((_, place) => first + place),
  texts: new Map(rows.map((row, place) => [first + place, row])),
  errors,
});

/** The decision and its acts, one by one or from a file; checked as a whole before the preview. */
export function ReorganisationForm({ entry }: { entry: ReorganisationEntry }) {
  const [state, send] = useActionState(draftReorganisation, initialFormState);
  const [lines, setLines] = useState<Lines>(() => {
    const acts = entry.acts.map((act) =>
      textsOf((field) => (field === "decides" ? decidesText(act.decides) : act[field])),
    );
    return linesOf(acts.length > 0 ? acts : [EMPTY], 0);
  });
  const wrong = useMemo(() => wrongOf(state), [state]);
  const errors = { ...lines.errors, ...byField(wrong) };

  const read = ({ rows, errors: unread }: ReadActs) => {
    const first = Math.max(-1, ...lines.ats) + 1;
    const moved = Object.entries(unread).map(([name, sentences]) => {
      const [, at = "0", field = ""] = name.split(".");
      return [`act.${Number(at) + first}.${field}`, sentences] as const;
    });
    setLines(linesOf(rows, first, Object.fromEntries(moved)));
  };
  const add = () => {
    const at = Math.max(-1, ...lines.ats) + 1;
    setLines({ ...lines, ats: [...lines.ats, at] });
  };

  return (
    <>
      <ActsFile onRead={read} />
      <form action={send} noValidate>
        <RequestKey key={JSON.stringify(state.values)} />
        <ErrorSummary lines={wrong} verb="kiểm tra" />
        <Panel heading="Quyết định" className="mb-5">
          <div className="grid gap-5 phone:grid-cols-3">
            <TextInput
              name="decisionNumber"
              label="Số quyết định"
              errors={errors.decisionNumber}
              defaultValue={typedText(state, "decisionNumber", entry.decisionNumber)}
              maxLength={60}
            />
            <DayInput
              name="documentDay"
              label="Ngày quyết định"
              errors={errors.documentDay}
              defaultValue={typedText(
                state,
                "documentDay",
                entry.documentDay ? formatDay(entry.documentDay) : "",
              )}
            />
            <DayInput
              name="day"
              label="Có hiệu lực từ ngày"
              hint="Có thể là ngày sắp tới."
              errors={errors.day}
              defaultValue={typedText(state, "day", entry.day ? formatDay(entry.day) : "")}
            />
          </div>
        </Panel>
        <Panel flush heading="Các việc" className="mb-5">
          {lines.ats.map((at, index) => (
            <ActFields
              key={at}
              at={at}
              place={index + 1}
              texts={textsOf((field) =>
                typedText(state, `act.${at}.${field}`, lines.texts.get(at)?.[field] ?? ""),
              )}
              errors={errors}
              onRemove={() => setLines({ ...lines, ats: lines.ats.filter((other) => other !== at) })}
            />
          ))}
          <div className="border-t border-line px-5 py-4">
            <Button onClick={add}>Thêm việc</Button>
          </div>
        </Panel>
        <SubmitButton pending="Đang kiểm tra…">Kiểm tra và xem trước</SubmitButton>
        <p className="mt-2 text-staff text-ink2">Xem trước không thay đổi gì trong tổ chức.</p>
      </form>
    </>
  );
}

const textsOf = (text: (field: ActField) => string | null): ActTexts =>
  Object.fromEntries(FIELDS.map((field) => [field, text(field) ?? ""])) as ActTexts;

const decidesText = (decides: boolean | null): string | null =>
  decides === null ? null : decides ? "yes" : "no";

type Wrong = { field: string; sentence: string };

function wrongOf(state: FormState<Parameters<typeof reorganisationFindingText>[0]>): Wrong[] {
  const typed = Object.entries(state.fieldErrors).flatMap(([field, sentences]) =>
    sentences.map((sentence) => ({ field, sentence })),
  );
  const refused = state.findings
    .filter(({ blocks }) => blocks)
    .map((finding) => ({
      field: finding.line === null ? "decisionNumber" : `act.${finding.line}.${finding.field}`,
      sentence: reorganisationFindingText(finding),
    }));
  return [...typed, ...refused];
}

function byField(wrong: readonly Wrong[]): Record<string, string[]> {
  const errors: Record<string, string[]> = {};
  for (const { field, sentence } of wrong) errors[field] = [...(errors[field] ?? []), sentence];
  return errors;
}
