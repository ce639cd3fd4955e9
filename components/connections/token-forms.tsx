"use client";

import { AnsweredForm } from "@/components/ui/answered-form";
import { Checkbox, GroupErrors } from "@/components/ui/choices";
import { type Choice, Select, TextInput } from "@/components/ui/inputs";
import { Notice } from "@/components/ui/states";
import { SubmitButton } from "@/components/ui/submit-button";
import { endToken, makeToken, revokeToken } from "@/lib/connections/actions";

type MakeTokenProps = {
  permissions: Choice[];
  reports: Choice[];
  lifetimes: Choice[];
  unit: { code: string; name: string };
};

/** Makes a token and shows it once. */
export function MakeTokenForm({ permissions, reports, lifetimes, unit }: MakeTokenProps) {
  return (
    <AnsweredForm action={makeToken} summary="">
      {({ done }) => (
        <>
          {done && (
            <Notice tone="passes" title="Mã kết nối mới">
              <span className="break-all">{done.message}</span>
            </Notice>
          )}
          <div className="space-y-4">
            <TextInput
              name="name"
              label="Tên"
              hint="Máy hay chương trình nào dùng mã này."
              placeholder="Bảng tổng hợp của Tỉnh ủy"
            />
            <Select name="days" label="Thời hạn" choices={lifetimes} defaultValue="90" />
            <fieldset>
              <legend className="font-semibold">Được đọc</legend>
              {permissions.map(({ value, label }) => (
                <Checkbox key={value} name="permissions" value={value} label={label} />
              ))}
              <GroupErrors name="permissions" />
            </fieldset>
            <details>
              <summary className="link inline-flex min-h-11 cursor-pointer items-center">
                Thu hẹp thêm
              </summary>
              <fieldset className="mt-2">
                <legend className="font-semibold">Chỉ những báo cáo này</legend>
                <p className="text-note text-ink2">
                  Không chọn thì đọc được mọi báo cáo của những mục ở trên.
                </p>
                {reports.map(({ value, label }) => (
                  <Checkbox key={value} name="reports" value={value} label={label} />
                ))}
              </fieldset>
              <TextInput
                name="unit"
                label="Chỉ trong đơn vị"
                optional
                hint={`Mã của một đơn vị bên dưới ${unit.name}.`}
                placeholder={unit.code}
                fieldClassName="mt-3"
              />
            </details>
          </div>
          <SubmitButton className="mt-5">Tạo mã</SubmitButton>
        </>
      )}
    </AnsweredForm>
  );
}

type TokenProps = { tokenId: string; name: string };

/** Ends a token of one's own at once. */
export const RevokeForm = (token: TokenProps) => <EndForm action={revokeToken} {...token} />;

/** Ends a token of an account in one's care at once. */
export const EndTokenForm = (token: TokenProps) => <EndForm action={endToken} {...token} />;

function EndForm({ action, tokenId, name }: TokenProps & { action: typeof revokeToken }) {
  return (
    <AnsweredForm action={action} hidden={{ tokenId }}>
      <SubmitButton look="danger">
        Thu hồi<span className="sr-only"> mã {name}</span>
      </SubmitButton>
    </AnsweredForm>
  );
}
