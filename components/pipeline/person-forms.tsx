"use client";

import Link from "next/link";
import { useActionState } from "react";
import { ButtonLink } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Checkbox, DayInput, Select, TextInput } from "@/components/ui/inputs";
import { Panel } from "@/components/ui/panel";
import { RequestKey } from "@/components/ui/request-key";
import { Notice } from "@/components/ui/states";
import { SubmitButton } from "@/components/ui/submit-button";
import { type EntryFinding, editPerson, enterCandidate } from "@/lib/pipeline/actions/person";
import { SOURCES, sourceLabel } from "@/lib/pipeline/labels/words";
import { type FormState, initialFormState } from "@/lib/shared/form-state";
import { PersonFields } from "./person-fields";

type Cell = { code: string; name: string };

/** Enters somebody whom the cell starts to follow. */
export function EntryForm({ cells, cell }: { cells: Cell[]; cell: string }) {
  const [state, send] = useActionState<FormState<EntryFinding>, FormData>(enterCandidate, initialFormState);
  const values = state.values as Record<string, string>;
  return (
    <form action={send} noValidate className="max-w-[780px]">
      <ErrorSummary lines={linesOf(state)} />
      <SameNotice findings={state.findings} />
      <Panel>
        <RequestKey />
        <div key={JSON.stringify(values)} className="space-y-5">
          {cells.length === 1 ? (
            <input type="hidden" name="cell" value={cells[0]?.code} />
          ) : (
            <Select
              name="cell"
              label="Chi bộ"
              empty="Hãy chọn"
              choices={cells.map(({ code, name }) => ({ value: code, label: name }))}
              defaultValue={values.cell ?? cell}
              errors={state.fieldErrors.cell}
            />
          )}
          <PersonFields
            values={values}
            errors={state.fieldErrors}
            numberHint="12 chữ số trên căn cước. Sẽ được mã hóa và che."
          />
          <div className="grid gap-5 border-t border-line pt-5 phone:grid-cols-2">
            <Select
              name="source"
              label="Nguồn giới thiệu"
              choices={SOURCES.map((value) => ({ value, label: sourceLabel(value) }))}
              defaultValue={values.source ?? "CELL"}
              errors={state.fieldErrors.source}
            />
            <DayInput
              name="introducedOn"
              label="Ngày giới thiệu"
              defaultValue={values.introducedOn ?? ""}
              errors={state.fieldErrors.introducedOn}
            />
            <TextInput
              name="documentNumber"
              label="Số văn bản giới thiệu"
              optional
              defaultValue={values.documentNumber ?? ""}
              errors={state.fieldErrors.documentNumber}
            />
          </div>
          <Checkbox
            name="readmission"
            label="Xét kết nạp lại"
            defaultChecked={values.readmission === "yes"}
          />
          {state.findings.some(({ is }) => is === "samePerson") && (
            <Checkbox name="otherPerson" label="Đây là người khác, vẫn ghi" />
          )}
        </div>
        <div className="mt-6 flex flex-wrap gap-4">
          <SubmitButton className="w-full phone:w-auto">Ghi người này</SubmitButton>
          <ButtonLink href="/pipeline" look="quiet">
            Quay lại danh sách
          </ButtonLink>
        </div>
      </Panel>
    </form>
  );
}

type EditFormProps = {
  candidateId: string;
  version: number;
  initial: Record<string, string>;
  last4: string | null;
};

export function EditPersonForm({ candidateId, version, initial, last4 }: EditFormProps) {
  const [state, send] = useActionState<FormState<EntryFinding>, FormData>(editPerson, initialFormState);
  const values = Object.keys(state.values).length > 0 ? (state.values as Record<string, string>) : initial;
  return (
    <form action={send} noValidate className="max-w-[780px]">
      <ErrorSummary lines={linesOf(state)} />
      <SameNotice findings={state.findings} />
      <Panel>
        <RequestKey />
        <input type="hidden" name="candidateId" value={candidateId} />
        <input type="hidden" name="version" value={version} />
        <div key={JSON.stringify(state.values)} className="space-y-5">
          <PersonFields
            values={values}
            errors={state.fieldErrors}
            numberHint={
              last4
                ? `Đang ghi số có 4 chữ số cuối ${last4}. Để trống thì giữ nguyên.`
                : "12 chữ số trên căn cước. Sẽ được mã hóa và che."
            }
          />
        </div>
        <div className="mt-6 flex flex-wrap gap-4">
          <SubmitButton className="w-full phone:w-auto">Sửa thông tin</SubmitButton>
          <ButtonLink href={`/pipeline/${candidateId}`} look="quiet">
            Quay lại hồ sơ
          </ButtonLink>
        </div>
      </Panel>
    </form>
  );
}

function linesOf({ fieldErrors, findings }: FormState<EntryFinding>) {
  const lines = Object.entries(fieldErrors).flatMap(([field, sentences]) =>
    sentences.map((sentence) => ({ field, sentence })),
  );
  const same = findings
    .filter(({ is }) => is === "sameNumber")
    .map(() => ({
      field: "citizenNumber",
      sentence: "Số định danh đã có hồ sơ. Một số chỉ thuộc một người.",
    }));
  return [...lines, ...same];
}

/** Who it may be already; where is told only to who may see it. */
function SameNotice({ findings }: { findings: readonly EntryFinding[] }) {
  return findings.map((finding) => {
    if (finding.is === "changedMeanwhile") {
      return (
        <Notice
          key="changed"
          tone="warns"
          title={`${finding.by ? `Đồng chí ${finding.by}` : "Người khác"} vừa sửa hồ sơ này.`}
        >
          Chưa ghi gì cả; những gì đồng chí nhập vẫn còn. Hãy xem bản mới rồi sửa lại.
        </Notice>
      );
    }
    const where = finding.unitName ? ` tại ${finding.unitName}` : " ở nơi khác; hãy hỏi cấp ủy cấp trên";
    return (
      <Notice
        key={`${finding.is}${finding.candidateId}`}
        tone={finding.is === "sameNumber" ? "blocks" : "warns"}
        title={
          finding.is === "sameNumber"
            ? `Số định danh này đã có hồ sơ${where}.`
            : `Đã có người trùng họ tên và ngày sinh${where}.`
        }
      >
        {finding.candidateId && (
          <Link href={`/pipeline/${finding.candidateId}`} className="link" target="_blank">
            Xem hồ sơ đó
          </Link>
        )}
        {finding.is === "samePerson" && (
          <p>Nếu là người khác, hãy đánh dấu "Đây là người khác, vẫn ghi" ở cuối biểu.</p>
        )}
      </Notice>
    );
  });
}
