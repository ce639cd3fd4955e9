"use client";

import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { ballotLabel, convenedLabel, meetingFindingText, thresholdLabel } from "@/lib/meetings/labels";
import { BALLOTS, neededOf, type Sitting } from "@/lib/meetings/rules/committee";
import type { Entry } from "./use-entries";

type HeadProps = {
  sitting: Sitting;
  entry: Entry;
  convened: number | null;
  onField: (field: string, text: string) => void;
  onLeave: () => void;
  /** How far the meeting is, beside what it needs. */
  children: ReactNode;
};

const INPUT = "figures min-h-10 rounded-button border border-field bg-surface px-3 text-body";

/** Day, who was convened and who came: typed once for everybody on the agenda. */
export function MeetingHead({ sitting, entry, convened, onField, onLeave, children }: HeadProps) {
  const text = (field: string, label: string, className: string, more: object = {}) => (
    <label className="flex items-center gap-2.5 text-staff">
      {label}
      <input
        id={`field-${field}`}
        value={entry.fields[field] ?? ""}
        onChange={(event) => onField(field, event.target.value)}
        onKeyDown={(event) => event.key === "Enter" && onLeave()}
        autoComplete="off"
        className={classNames(INPUT, className)}
        {...more}
      />
    </label>
  );
  const told = [
    ...Object.values(entry.answer?.fieldErrors ?? {}).flat(),
    ...(entry.answer?.findings ?? []).map(meetingFindingText),
  ];
  return (
    <fieldset
      className="flex flex-wrap items-center gap-x-6 gap-y-3 px-5 py-4"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) onLeave();
      }}
    >
      <legend className="sr-only">Phiên họp</legend>
      {text("heldOn", "Ngày họp", "w-32", { inputMode: "numeric", maxLength: 10 })}
      {text("convened", convenedLabel(sitting.matter), "w-16 text-center font-semibold", {
        inputMode: "numeric",
      })}
      {text("present", "Dự họp", "w-16 text-center font-semibold", { inputMode: "numeric" })}
      <label className="flex items-center gap-2.5 text-staff">
        Hình thức
        <select
          id="field-ballot"
          value={entry.fields.ballot}
          onChange={(event) => onField("ballot", event.target.value)}
          className={INPUT}
        >
          {BALLOTS.map((ballot) => (
            <option key={ballot} value={ballot}>
              {ballotLabel(ballot)}
            </option>
          ))}
        </select>
      </label>
      {text("minutesNumber", "Số biên bản", "w-36", { maxLength: 60 })}
      <div className="flex w-full flex-wrap items-end justify-between gap-x-6 gap-y-2">
        <p className="text-staff text-ink2" aria-live="polite">
          {convened !== null && convened > 0 && (
            <>
              Đồng ý khi có {thresholdLabel(sitting, convened)}:{" "}
              <strong className="keep text-ink">từ {neededOf(sitting.threshold, convened)} phiếu</strong>
            </>
          )}
        </p>
        {children}
      </div>
      {told.length > 0 && (
        <p role="alert" className="w-full text-note font-medium text-red-hover">
          {told.join(" ")}
        </p>
      )}
    </fieldset>
  );
}
