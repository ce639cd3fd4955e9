"use client";

import { useActionState } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { FieldErrors } from "@/components/ui/field";
import { Checkbox, type Choice, Select, TextInput } from "@/components/ui/inputs";
import { RequestKey } from "@/components/ui/request-key";
import { Notice } from "@/components/ui/states";
import { SubmitButton } from "@/components/ui/submit-button";
import { endToken, makeToken, revokeToken } from "@/lib/connections/actions";
import { initialFormState } from "@/lib/shared/form-state";

type MakeTokenProps = {
  permissions: Choice[];
  reports: Choice[];
  lifetimes: Choice[];
  unit: { code: string; name: string };
};

/** Makes a token and shows it once. */
export function MakeTokenForm({ permissions, reports, lifetimes, unit }: MakeTokenProps) {
  const [state, send] = useActionState(makeToken, initialFormState);
  const values = state.values as Record<string, string | string[]>;
  const text = (name: string) => [values[name]].flat()[0] ?? "";
  const ticked = (name: string) => [values[name] ?? []].flat();
  const lines = Object.entries(state.fieldErrors).flatMap(([field, sentences]) =>
    sentences.map((sentence) => ({ field, sentence })),
  );
  return (
    <form action={send} noValidate>
      <ErrorSummary lines={lines} />
      {state.done && (
        <Notice tone="passes" title="Mã kết nối mới">
          <span className="break-all">{state.done.message}</span>
        </Notice>
      )}
      <RequestKey key={JSON.stringify([values, state.done])} />
      <div key={JSON.stringify([values, state.done])} className="space-y-4">
        <TextInput
          name="name"
          label="Tên"
          hint="Máy hay chương trình nào dùng mã này."
          placeholder="Bảng tổng hợp của Tỉnh ủy"
          defaultValue={text("name")}
          errors={state.fieldErrors.name}
        />
        <Select
          name="days"
          label="Thời hạn"
          choices={lifetimes}
          defaultValue={text("days") || "90"}
          errors={state.fieldErrors.days}
        />
        <fieldset>
          <legend className="font-semibold">Được đọc</legend>
          {permissions.map(({ value, label }) => (
            <Checkbox
              key={value}
              name="permissions"
              value={value}
              label={label}
              defaultChecked={ticked("permissions").includes(value)}
            />
          ))}
          <FieldErrors name="permissions" errors={state.fieldErrors.permissions} />
        </fieldset>
        <details>
          <summary className="link inline-flex min-h-11 cursor-pointer items-center">Thu hẹp thêm</summary>
          <fieldset className="mt-2">
            <legend className="font-semibold">Chỉ những báo cáo này</legend>
            <p className="text-note text-ink2">Không chọn thì đọc được mọi báo cáo của những mục ở trên.</p>
            {reports.map(({ value, label }) => (
              <Checkbox
                key={value}
                name="reports"
                value={value}
                label={label}
                defaultChecked={ticked("reports").includes(value)}
              />
            ))}
          </fieldset>
          <TextInput
            name="unit"
            label="Chỉ trong đơn vị"
            optional
            hint={`Mã của một đơn vị bên dưới ${unit.name}.`}
            placeholder={unit.code}
            defaultValue={text("unit")}
            errors={state.fieldErrors.unit}
            fieldClassName="mt-3"
          />
        </details>
      </div>
      <SubmitButton className="mt-5">Tạo mã</SubmitButton>
    </form>
  );
}

type TokenProps = { tokenId: string; name: string };

/** Ends a token of one's own at once. */
export const RevokeForm = (token: TokenProps) => <EndForm action={revokeToken} {...token} />;

/** Ends a token of an account in one's care at once. */
export const EndTokenForm = (token: TokenProps) => <EndForm action={endToken} {...token} />;

function EndForm({ action, tokenId, name }: TokenProps & { action: typeof revokeToken }) {
  const [state, send] = useActionState(action, initialFormState);
  return (
    <form action={send}>
      <RequestKey key={JSON.stringify(state.done)} />
      <input type="hidden" name="tokenId" value={tokenId} />
      <SubmitButton look="danger">
        Thu hồi<span className="sr-only"> mã {name}</span>
      </SubmitButton>
    </form>
  );
}
