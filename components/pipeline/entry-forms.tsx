"use client";

import type { ReactNode } from "react";
import { AnsweredForm } from "@/components/ui/answered-form";
import { ButtonLink } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/choices";
import { DayInput, Select, TextInput } from "@/components/ui/inputs";
import { Panel } from "@/components/ui/panel";
import { SubmitButton } from "@/components/ui/submit-button";
import { enterAgain, enterArrival, enterCandidate } from "@/lib/pipeline/actions/entry";
import { letterLabel, SOURCES, sourceLabel } from "@/lib/pipeline/labels/words";
import type { EntryFinding } from "@/lib/pipeline/rules/entry";
import { TRANSFER_LETTERS } from "@/lib/pipeline/rules/step";
import type { FormState } from "@/lib/shared/form-state";
import { PersonFields } from "./person-fields";
import { linesOf, SameNotice } from "./same-person";

type Cell = { code: string; name: string };
type Send = (state: FormState<EntryFinding>, form: FormData) => Promise<FormState<EntryFinding>>;

/** The frame of the three forms: what is wrong on top, one button, a way back. */
function EntryFrame({
  action,
  button,
  back,
  children,
  ...rest
}: {
  action: Send;
  button: string;
  back: string;
  hidden?: Record<string, string>;
  initial?: Record<string, string>;
  children: ReactNode;
}) {
  return (
    <AnsweredForm action={action} summary={linesOf} {...rest} className="max-w-[780px]">
      {(state) => (
        <>
          <SameNotice findings={state.findings} />
          <Panel>
            <div className="space-y-5">
              {children}
              {state.findings.some(({ is }) => is === "samePerson") && (
                <Checkbox name="otherPerson" label="Đây là người khác, vẫn ghi" />
              )}
            </div>
            <div className="mt-6 flex flex-wrap gap-4">
              <SubmitButton className="w-full phone:w-auto">{button}</SubmitButton>
              <ButtonLink href={back} look="quiet">
                Quay lại
              </ButtonLink>
            </div>
          </Panel>
        </>
      )}
    </AnsweredForm>
  );
}

/** Enters somebody whom the cell starts to follow. */
export function EntryForm({ cells, cell }: { cells: Cell[]; cell: string }) {
  return (
    <EntryFrame action={enterCandidate} button="Ghi người này" back="/pipeline">
      <CellField cells={cells} cell={cell} />
      <PersonFields numberHint="12 chữ số trên căn cước. Sẽ được mã hóa và che." />
      <IntroductionFields />
    </EntryFrame>
  );
}

/** Enters somebody who comes from outside, with the letter and the days of what was done there. */
export function ArrivalForm({ cells, cell }: { cells: Cell[]; cell: string }) {
  return (
    <EntryFrame action={enterArrival} button="Ghi người chuyển đến" back="/pipeline/new">
      <CellField cells={cells} cell={cell} />
      <PersonFields numberHint="12 chữ số trên căn cước. Sẽ được mã hóa và che." />
      <h2 className="border-t border-line pt-5 text-task font-semibold">Giấy tờ của nơi chuyển đi</h2>
      <TextInput name="from" label="Nơi chuyển đi" />
      <Select
        name="letter"
        label="Giấy tờ đi kèm"
        empty="Hãy chọn"
        choices={TRANSFER_LETTERS.map((value) => ({ value, label: letterLabel(value) }))}
      />
      <div className="grid gap-5 phone:grid-cols-3">
        <TextInput name="letterNumber" label="Số giấy" placeholder="14-CV/ĐU" />
        <DayInput name="letterOn" label="Ngày giấy giới thiệu" />
        <DayInput name="movedOn" label="Ngày chuyển" />
      </div>
      <h2 className="border-t border-line pt-5 text-task font-semibold">Việc đã làm ở nơi chuyển đi</h2>
      <p className="text-staff text-ink2">Ghi những ngày có trong hồ sơ; việc chưa làm thì để trống.</p>
      <IntroductionFields />
      <div className="grid gap-5 phone:grid-cols-2">
        {DONE_THERE.map(([name, label]) => (
          <DayInput key={name} name={name} label={label} optional />
        ))}
        <TextInput name="certificateNumber" label="Số giấy chứng nhận" optional />
        <TextInput name="decisionNumber" label="Số quyết định kết nạp" optional />
      </div>
    </EntryFrame>
  );
}

const DONE_THERE = [
  ["sympathiserOn", "Vào diện cảm tình"],
  ["certifiedOn", "Giấy chứng nhận lớp nhận thức"],
  ["appliedOn", "Viết đơn xin vào Đảng"],
  ["cvDeclaredOn", "Khai lý lịch"],
  ["cellResolvedOn", "Nghị quyết chi bộ"],
  ["baseResolvedOn", "Nghị quyết đảng ủy cơ sở"],
  ["submittedOn", "Trình cấp có thẩm quyền"],
  ["decidedOn", "Quyết định kết nạp"],
  ["admittedOn", "Lễ kết nạp"],
] as const;

type AgainProps = { candidateId: string; cells: Cell[]; cell: string; readmission: boolean };

/** A new dossier of somebody whose earlier one ended. */
export function AgainForm({ candidateId, cells, cell, readmission }: AgainProps) {
  return (
    <EntryFrame
      action={enterAgain}
      button="Lập hồ sơ mới"
      back={`/pipeline/${candidateId}`}
      hidden={{ candidateId }}
      initial={readmission ? { readmission: "yes" } : {}}
    >
      <CellField cells={cells} cell={cell} />
      <IntroductionFields />
      <p className="text-staff text-ink2">
        Giấy chứng nhận lớp nhận thức còn hạn được mang sang. Các giấy tờ khác làm lại từ đầu.
      </p>
    </EntryFrame>
  );
}

function CellField({ cells, cell }: { cells: Cell[]; cell: string }) {
  if (cells.length === 1) return <input type="hidden" name="cell" value={cells[0]?.code} />;
  return (
    <Select
      name="cell"
      label="Chi bộ"
      empty="Hãy chọn"
      choices={cells.map(({ code, name }) => ({ value: code, label: name }))}
      defaultValue={cell}
    />
  );
}

function IntroductionFields() {
  return (
    <>
      <div className="grid gap-5 border-t border-line pt-5 phone:grid-cols-2">
        <Select
          name="source"
          label="Nguồn giới thiệu"
          choices={SOURCES.map((value) => ({ value, label: sourceLabel(value) }))}
          defaultValue="CELL"
        />
        <DayInput name="introducedOn" label="Ngày giới thiệu" />
        <TextInput name="documentNumber" label="Số văn bản giới thiệu" optional />
      </div>
      <Checkbox name="readmission" label="Xét kết nạp lại" />
    </>
  );
}
