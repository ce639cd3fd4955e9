"use client";

import { useActionState } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Checkbox, DayInput, Select, TextInput } from "@/components/ui/inputs";
import { RequestKey } from "@/components/ui/request-key";
import { Notice } from "@/components/ui/states";
import { SubmitButton } from "@/components/ui/submit-button";
import { changePassword, giveHat, openAccount, setDigest } from "@/lib/access/actions";
import { roleLabel } from "@/lib/access/labels";
import { ROLES } from "@/lib/access/policy";
import type { OwnDigest } from "@/lib/access/repository/digest";
import { type FormState, initialFormState } from "@/lib/shared/form-state";

/** Opens an account with its first hat; the one-time password is shown once. */
export function NewAccountForm() {
  const [state, send] = useActionState(openAccount, initialFormState);
  const values = state.values as Record<string, string>;
  return (
    <form action={send} noValidate>
      <Answer state={state} />
      <RequestKey key={state.done?.message} />
      <div key={JSON.stringify(values)} className="grid gap-4 phone:grid-cols-3">
        <TextInput
          name="name"
          label="Họ và tên"
          defaultValue={values.name ?? ""}
          errors={state.fieldErrors.name}
        />
        <TextInput
          name="login"
          label="Tên đăng nhập"
          autoCapitalize="none"
          defaultValue={values.login ?? ""}
          errors={state.fieldErrors.login}
        />
        <TextInput
          name="phone"
          label="Điện thoại"
          optional
          defaultValue={values.phone ?? ""}
          errors={state.fieldErrors.phone}
        />
        <HatFields values={values} errors={state.fieldErrors} />
      </div>
      <SubmitButton className="mt-5">Mở tài khoản</SubmitButton>
    </form>
  );
}

/** Gives another hat, or delegates one until a day. */
export function NewHatForm({ accountId }: { accountId: string }) {
  const [state, send] = useActionState(giveHat, initialFormState);
  const values = state.values as Record<string, string>;
  return (
    <form action={send} noValidate>
      <Answer state={state} />
      <RequestKey key={state.done?.message} />
      <input type="hidden" name="accountId" value={accountId} />
      <div key={JSON.stringify(values)} className="grid gap-4 phone:grid-cols-4">
        <HatFields values={values} errors={state.fieldErrors} />
      </div>
      <Checkbox name="delegated" label="Ủy quyền có thời hạn" defaultChecked={values.delegated === "yes"} />
      <SubmitButton look="panel" className="mt-3">
        Giao vai
      </SubmitButton>
    </form>
  );
}

function HatFields({ values, errors }: { values: Record<string, string>; errors: Record<string, string[]> }) {
  return (
    <>
      <Select
        name="role"
        label="Vai"
        empty="Hãy chọn"
        choices={ROLES.map((value) => ({ value, label: roleLabel(value) }))}
        defaultValue={values.role ?? ""}
        errors={errors.role}
      />
      <TextInput
        name="unit"
        label="Mã đơn vị"
        placeholder="EAP-09"
        defaultValue={values.unit ?? ""}
        errors={errors.unit}
      />
      <DayInput name="from" label="Từ ngày" optional defaultValue={values.from ?? ""} errors={errors.from} />
      <DayInput
        name="until"
        label="Đến ngày"
        optional
        defaultValue={values.until ?? ""}
        errors={errors.until}
      />
    </>
  );
}

export function PasswordForm() {
  const [state, send] = useActionState(changePassword, initialFormState);
  return (
    <form action={send} noValidate className="max-w-96 space-y-4">
      <Answer state={state} />
      <RequestKey />
      <TextInput
        name="current"
        type="password"
        label="Mật khẩu đang dùng"
        autoComplete="current-password"
        errors={state.fieldErrors.current}
      />
      <TextInput
        name="password"
        type="password"
        label="Mật khẩu mới"
        hint="Ít nhất 10 ký tự."
        autoComplete="new-password"
        errors={state.fieldErrors.password}
      />
      <TextInput
        name="again"
        type="password"
        label="Nhập lại mật khẩu mới"
        autoComplete="new-password"
        errors={state.fieldErrors.again}
      />
      <SubmitButton>Đổi mật khẩu</SubmitButton>
    </form>
  );
}

/** Asks for the daily letter: counts and a link, no names. */
export function DigestForm({ digest }: { digest: OwnDigest }) {
  const [state, send] = useActionState(setDigest, initialFormState);
  const typed = Object.keys(state.values).length > 0;
  const values = state.values as Record<string, string>;
  return (
    <form action={send} noValidate className="max-w-96 space-y-4">
      <Answer state={state} />
      <RequestKey key={state.done?.message} />
      <div key={JSON.stringify(values)} className="space-y-4">
        <Checkbox
          name="wanted"
          label="Nhận thư tóm tắt hằng ngày"
          hint="Thư chỉ có số việc và đường dẫn, không có tên người."
          defaultChecked={typed ? values.wanted === "yes" : digest.wanted}
        />
        <TextInput
          name="email"
          type="email"
          label="Thư điện tử"
          autoComplete="email"
          defaultValue={typed ? (values.email ?? "") : (digest.email ?? "")}
          errors={state.fieldErrors.email}
        />
      </div>
      <SubmitButton look="panel">Ghi</SubmitButton>
    </form>
  );
}

function Answer({ state }: { state: FormState }) {
  const lines = Object.entries(state.fieldErrors).flatMap(([field, sentences]) =>
    sentences.map((sentence) => ({ field, sentence })),
  );
  return (
    <>
      <ErrorSummary lines={lines} />
      {state.done && <Notice tone="passes" title={state.done.message} />}
    </>
  );
}
