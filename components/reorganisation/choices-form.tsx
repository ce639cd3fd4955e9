"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/choices";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Select } from "@/components/ui/inputs";
import { Panel } from "@/components/ui/panel";
import { RequestKey } from "@/components/ui/request-key";
import { SubmitButton } from "@/components/ui/submit-button";
import { roleLabel } from "@/lib/access/labels";
import type { Role } from "@/lib/access/policy";
import { askedWords, groupLabel, indicatorLabel } from "@/lib/quotas/labels";
import { carryOutReorganisation } from "@/lib/reorganisation/actions";
import { reorganisationFindingText } from "@/lib/reorganisation/labels";
import type {
  HatChoice,
  PersonChoice,
  PlanView,
  QuotaChoice,
} from "@/lib/reorganisation/queries/reorganisations";
import { formatDay, type PlainDate } from "@/lib/shared/days";
import { initialFormState } from "@/lib/shared/form-state";

type Props = {
  id: string;
  version: number;
  day: PlainDate;
  early: boolean;
  planned: boolean;
  addQuotas: boolean;
  plan: PlanView;
};

/** What is left to choose, and the one button that does it. */
export function ChoicesForm({ id, version, day, early, planned, addQuotas, plan }: Props) {
  const [state, send] = useActionState(carryOutReorganisation, initialFormState);
  const refused = plan.findings.some(({ blocks }) => blocks);
  return (
    <form action={send}>
      <RequestKey key={version} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
      {plan.people.length > 0 && <People people={plan.people} />}
      {plan.quotas.length > 0 && <Quotas quotas={plan.quotas} addQuotas={addQuotas} />}
      {plan.hats.length > 0 && <Hats hats={plan.hats} />}
      {state.findings.map((finding) => (
        <p key={`${finding.is} ${finding.line}`} role="alert" className="mb-3 text-red-hover">
          {reorganisationFindingText(finding)}
        </p>
      ))}
      <div className="flex flex-wrap items-center gap-3">
        {!refused && (
          <ConfirmDialog
            open={early ? (planned ? "Ghi lại vào lịch" : "Ghi vào lịch") : "Thực hiện"}
            openLook="main"
            question={
              early
                ? `Thực hiện vào ngày ${formatDay(day)}?`
                : `Thực hiện việc sắp xếp từ ngày ${formatDay(day)}?`
            }
            consequence={
              early
                ? "Đến ngày ấy phần mềm kiểm tra lại rồi mới thực hiện; trước đó sửa, bỏ được."
                : "Mọi thay đổi ghi cùng một lúc. Hoàn tác được khi chưa có việc gì ghi thêm ở các đơn vị này."
            }
            harmless="Chưa thực hiện"
          >
            <SubmitButton pending="Đang thực hiện…">{early ? "Ghi vào lịch" : "Thực hiện"}</SubmitButton>
          </ConfirmDialog>
        )}
        {plan.people.length + plan.quotas.length + plan.hats.length > 0 && (
          <Button type="submit" name="go" value="look">
            Xem lại với lựa chọn này
          </Button>
        )}
      </div>
    </form>
  );
}

function People({ people }: { people: readonly PersonChoice[] }) {
  return (
    <Panel heading="Người của chi bộ chia tách" className="mb-5" flush>
      <ul>
        {people.map(({ id, name, cell, probation, to, choices }) => (
          <li key={id} className="grid items-end gap-3 border-t border-line px-5 py-3 phone:grid-cols-2">
            <p>
              <strong>{name}</strong>
              <span className="block text-note text-ink2">
                {cell}
                {probation ? ", đảng viên dự bị" : ""}
              </span>
            </p>
            <Select
              name={`person.${id}`}
              label={`Chi bộ nhận ${name}`}
              defaultValue={to}
              choices={choices.map(({ code, name: words }) => ({ value: code, label: words }))}
            />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Quotas({ quotas, addQuotas }: { quotas: readonly QuotaChoice[]; addQuotas: boolean }) {
  return (
    <Panel heading="Chỉ tiêu kết thúc cùng đơn vị" className="mb-5">
      <ul className="text-staff">
        {quotas.map(({ id, unit, to, quota, adds }) => (
          <li key={id} className="py-1">
            {unit}: {askedWords(quota)}, {indicatorLabel(quota.indicator).toLowerCase()}
            {quota.group === "ALL" ? "" : `, ${groupLabel(quota.group).toLowerCase()}`},{" "}
            {formatDay(quota.from)} đến {formatDay(quota.to)}
            {adds && to ? `; cộng vào ${to}` : ""}
          </li>
        ))}
      </ul>
      <Checkbox
        name="addQuotas"
        label="Cộng chỉ tiêu vào đơn vị nhận"
        hint="Ghi thành chỉ tiêu điều chỉnh của đơn vị nhận theo quyết định này, từ ngày có hiệu lực. Tỷ lệ phần trăm không cộng được."
        defaultChecked={addQuotas}
      />
    </Panel>
  );
}

function Hats({ hats }: { hats: readonly HatChoice[] }) {
  return (
    <Panel heading="Vai của tài khoản ở đơn vị kết thúc" className="mb-5" flush>
      <ul>
        {hats.map(({ id, name, role, unit, mayGoOn, keeps, own }) => (
          <li key={id} className="grid items-end gap-3 border-t border-line px-5 py-3 phone:grid-cols-2">
            <p>
              <strong>{name}</strong>
              <span className="block text-note text-ink2">
                {roleLabel(role as Role)} tại {unit}
              </span>
            </p>
            {mayGoOn ? (
              <Select
                name={`hat.${id}`}
                label={`Vai của ${name}`}
                defaultValue={keeps ? "keep" : "end"}
                choices={[
                  { value: "keep", label: `Giữ vai tại ${mayGoOn}` },
                  { value: "end", label: "Thu lại vai" },
                ]}
              />
            ) : (
              <p className="text-staff text-ink2">
                {own ? "Vai của chính đồng chí: thu lại; người quản trị giao vai mới." : "Thu lại vai."}
              </p>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
