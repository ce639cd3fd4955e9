"use client";

import { AnsweredForm } from "@/components/ui/answered-form";
import { Checkbox } from "@/components/ui/choices";
import { DayInput, Select, TextInput } from "@/components/ui/inputs";
import { SubmitButton } from "@/components/ui/submit-button";
import { changePassword, giveHat, openAccount, setDigest } from "@/lib/access/actions";
import { roleLabel } from "@/lib/access/labels";
import { ROLES } from "@/lib/access/policy";
import type { OwnDigest } from "@/lib/access/repository/digest";

/** Opens an account with its first hat; the one-time password is shown once. */
export function NewAccountForm() {
  return (
    <AnsweredForm action={openAccount} summary="" tellsDone>
      <div className="grid gap-4 phone:grid-cols-3">
        <TextInput name="name" label="Họ và tên" />
        <TextInput name="login" label="Tên đăng nhập" autoCapitalize="none" />
        <TextInput name="phone" label="Điện thoại" optional />
        <HatFields />
      </div>
      <SubmitButton className="mt-5">Mở tài khoản</SubmitButton>
    </AnsweredForm>
  );
}

/** Gives another hat, or delegates one until a day. */
export function NewHatForm({ accountId }: { accountId: string }) {
  return (
    <AnsweredForm action={giveHat} summary="" tellsDone hidden={{ accountId }}>
      <div className="grid gap-4 phone:grid-cols-4">
        <HatFields />
      </div>
      <Checkbox name="delegated" label="Ủy quyền có thời hạn" />
      <SubmitButton look="panel" className="mt-3">
        Giao vai
      </SubmitButton>
    </AnsweredForm>
  );
}

function HatFields() {
  return (
    <>
      <Select
        name="role"
        label="Vai"
        empty="Hãy chọn"
        choices={ROLES.map((value) => ({ value, label: roleLabel(value) }))}
      />
      <TextInput name="unit" label="Mã đơn vị" hint="Cán bộ Đoàn: mã tổ chức Đoàn." placeholder="EAP-09" />
      <DayInput name="from" label="Từ ngày" optional />
      <DayInput name="until" label="Đến ngày" optional />
    </>
  );
}

export function PasswordForm() {
  return (
    <AnsweredForm action={changePassword} summary="" tellsDone className="max-w-96 space-y-4">
      <TextInput name="current" type="password" label="Mật khẩu đang dùng" autoComplete="current-password" />
      <TextInput
        name="password"
        type="password"
        label="Mật khẩu mới"
        hint="Ít nhất 10 ký tự."
        autoComplete="new-password"
      />
      <TextInput name="again" type="password" label="Nhập lại mật khẩu mới" autoComplete="new-password" />
      <SubmitButton>Đổi mật khẩu</SubmitButton>
    </AnsweredForm>
  );
}

/** Asks for the daily letter: counts and a link, no names. */
export function DigestForm({ digest }: { digest: OwnDigest }) {
  return (
    <AnsweredForm action={setDigest} summary="" tellsDone className="max-w-96 space-y-4">
      <div className="space-y-4">
        <Checkbox
          name="wanted"
          label="Nhận thư tóm tắt hằng ngày"
          hint="Thư chỉ có số việc và đường dẫn, không có tên người."
          defaultChecked={digest.wanted}
        />
        <TextInput
          name="email"
          type="email"
          label="Thư điện tử"
          autoComplete="email"
          defaultValue={digest.email ?? ""}
        />
      </div>
      <SubmitButton look="panel">Ghi</SubmitButton>
    </AnsweredForm>
  );
}
