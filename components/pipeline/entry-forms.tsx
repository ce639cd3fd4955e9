"use client";

import { type ReactNode, useActionState } from "react";
import { ButtonLink } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Checkbox, DayInput, Select, TextInput } from "@/components/ui/inputs";
import { Panel } from "@/components/ui/panel";
import { RequestKey } from "@/components/ui/request-key";
import { SubmitButton } from "@/components/ui/submit-button";
import { enterAgain, enterArrival, enterCandidate } from "@/lib/pipeline/actions/entry";
import { letterLabel, SOURCES, sourceLabel } from "@/lib/pipeline/labels/words";
import type { EntryFinding } from "@/lib/pipeline/rules/entry";
import { TRANSFER_LETTERS } from "@/lib/pipeline/rules/step";
import { type FormState, initialFormState } from "@/lib/shared/form-state";
import { PersonFields } from "./person-fields";
import { linesOf, SameNotice } from "./same-person";

type Cell = { code: string; name: string };
type Fields = { values: Record<string, string>; errors: Record<string, string[]> };
type Send = (state: FormState<EntryFinding>, form: FormData) => Promise<FormState<EntryFinding>>;

/** The frame of the three forms: what is wrong on top, one button, a way back. */
function EntryFrame({
  action,
  button,
  back,
  children,
}: {
  action: Send;
  button: string;
  back: string;
  children(fields: Fields): ReactNode;
}) {
  const [state, send] = useActionState<FormState<EntryFinding>, FormData>(action, initialFormState);
  const values = state.values as Record<string, string>;
  return (
    <form action={send} noValidate className="max-w-[780px]">
      <ErrorSummary lines={linesOf(state)} />
      <SameNotice findings={state.findings} />
      <Panel>
        <RequestKey />
        <div key={JSON.stringify(values)} className="space-y-5">
          {children({ values, errors: state.fieldErrors })}
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
    </form>
  );
}

/** Enters somebody whom the cell starts to follow. */
export function EntryForm({ cells, cell }: { cells: Cell[]; cell: string }) {
  return (
    <EntryFrame action={enterCandidate} button="Ghi người này" back="/pipeline">
      {(fields) => (
        <>
          <CellField cells={cells} cell={cell} {...fields} />
          <PersonFields {...fields} numberHint="12 chữ số trên căn cước. Sẽ được mã hóa và che." />
          <IntroductionFields {...fields} />
        </>
      )}
    </EntryFrame>
  );
}

/** Enters somebody who comes from outside, with the letter and the days of what was done there. */
export function ArrivalForm({ cells, cell }: { cells: Cell[]; cell: string }) {
  return (
    <EntryFrame action={enterArrival} button="Ghi người chuyển đến" back="/pipeline/new">
      {(fields) => (
        <>
          <CellField cells={cells} cell={cell} {...fields} />
          <PersonFields {...fields} numberHint="12 chữ số trên căn cước. Sẽ được mã hóa và che." />
          <h2 className="border-t border-line pt-5 text-task font-semibold">Giấy tờ của nơi chuyển đi</h2>
          <TextInput
            name="from"
            label="Nơi chuyển đi"
            defaultValue={fields.values.from ?? ""}
            errors={fields.errors.from}
          />
          <Select
            name="letter"
            label="Giấy tờ đi kèm"
            empty="Hãy chọn"
            choices={TRANSFER_LETTERS.map((value) => ({ value, label: letterLabel(value) }))}
            defaultValue={fields.values.letter ?? ""}
            errors={fields.errors.letter}
          />
          <div className="grid gap-5 phone:grid-cols-3">
            <TextInput
              name="letterNumber"
              label="Số giấy"
              placeholder="14-CV/ĐU"
              defaultValue={fields.values.letterNumber ?? ""}
              errors={fields.errors.letterNumber}
            />
            <Day name="letterOn" label="Ngày giấy giới thiệu" {...fields} />
            <Day name="movedOn" label="Ngày chuyển" {...fields} />
          </div>
          <h2 className="border-t border-line pt-5 text-task font-semibold">Việc đã làm ở nơi chuyển đi</h2>
          <p className="text-staff text-ink2">Ghi những ngày có trong hồ sơ; việc chưa làm thì để trống.</p>
          <IntroductionFields {...fields} />
          <div className="grid gap-5 phone:grid-cols-2">
            {DONE_THERE.map(([name, label]) => (
              <Day key={name} name={name} label={label} optional {...fields} />
            ))}
            <TextInput
              name="certificateNumber"
              label="Số giấy chứng nhận"
              optional
              defaultValue={fields.values.certificateNumber ?? ""}
              errors={fields.errors.certificateNumber}
            />
            <TextInput
              name="decisionNumber"
              label="Số quyết định kết nạp"
              optional
              defaultValue={fields.values.decisionNumber ?? ""}
              errors={fields.errors.decisionNumber}
            />
          </div>
        </>
      )}
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
    <EntryFrame action={enterAgain} button="Lập hồ sơ mới" back={`/pipeline/${candidateId}`}>
      {(fields) => (
        <>
          <input type="hidden" name="candidateId" value={candidateId} />
          <CellField cells={cells} cell={cell} {...fields} />
          <IntroductionFields
            {...fields}
            values={{ readmission: readmission ? "yes" : "", ...fields.values }}
          />
          <p className="text-staff text-ink2">
            Giấy chứng nhận lớp nhận thức còn hạn được mang sang. Các giấy tờ khác làm lại từ đầu.
          </p>
        </>
      )}
    </EntryFrame>
  );
}

function CellField({ cells, cell, values, errors }: Fields & { cells: Cell[]; cell: string }) {
  if (cells.length === 1) return <input type="hidden" name="cell" value={cells[0]?.code} />;
  return (
    <Select
      name="cell"
      label="Chi bộ"
      empty="Hãy chọn"
      choices={cells.map(({ code, name }) => ({ value: code, label: name }))}
      defaultValue={values.cell ?? cell}
      errors={errors.cell}
    />
  );
}

function IntroductionFields({ values, errors }: Fields) {
  return (
    <>
      <div className="grid gap-5 border-t border-line pt-5 phone:grid-cols-2">
        <Select
          name="source"
          label="Nguồn giới thiệu"
          choices={SOURCES.map((value) => ({ value, label: sourceLabel(value) }))}
          defaultValue={values.source ?? "CELL"}
          errors={errors.source}
        />
        <Day name="introducedOn" label="Ngày giới thiệu" values={values} errors={errors} />
        <TextInput
          name="documentNumber"
          label="Số văn bản giới thiệu"
          optional
          defaultValue={values.documentNumber ?? ""}
          errors={errors.documentNumber}
        />
      </div>
      <Checkbox name="readmission" label="Xét kết nạp lại" defaultChecked={values.readmission === "yes"} />
    </>
  );
}

function Day({
  name,
  label,
  optional = false,
  values,
  errors,
}: Fields & { name: string; label: string; optional?: boolean }) {
  return (
    <DayInput
      name={name}
      label={label}
      optional={optional}
      defaultValue={values[name] ?? ""}
      errors={errors[name]}
    />
  );
}
