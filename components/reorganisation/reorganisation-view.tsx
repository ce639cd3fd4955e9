import { ButtonLink } from "@/components/ui/button";
import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { DoneBar, Notice } from "@/components/ui/states";
import { happenedText, reorganisationFindingText, stateLabel } from "@/lib/reorganisation/labels";
import type { PlanView, ReorganisationPage } from "@/lib/reorganisation/queries/reorganisations";
import type { Receipt } from "@/lib/reorganisation/rules/plan";
import { formatDay } from "@/lib/shared/days";
import { formatNumber } from "@/lib/shared/ratio";
import { ChoicesForm } from "./choices-form";
import { PlannedUnits } from "./planned-units";
import { DropForm, UndoReorganisationForm } from "./seen-forms";

/** A reorganisation: its preview while nothing is done, its receipt afterwards. */
export function ReorganisationView({ page, done }: { page: ReorganisationPage; done: string | null }) {
  const { reorganisation, plan, receipt } = page;
  const { decisionNumber, documentDay, day } = reorganisation;
  const message = doneMessage(done);
  return (
    <>
      <PageHeading
        title={`Sắp xếp theo ${decisionNumber}`}
        under={`Quyết định ngày ${formatDay(documentDay)}, có hiệu lực từ ${formatDay(day)}. ${stateLabel(reorganisation.state)}.`}
        back={{ href: "/organisation/reorganisation", label: "Sắp xếp tổ chức" }}
      />
      {message && <DoneBar message={message} />}
      {plan && <Preview page={page} plan={plan} />}
      {receipt && <Done page={page} receipt={receipt} />}
    </>
  );
}

function Preview({ page: { reorganisation, today }, plan }: { page: ReorganisationPage; plan: PlanView }) {
  const { id, version, day, state, choices } = reorganisation;
  const blocked = plan.findings.filter(({ blocks }) => blocks);
  const warned = plan.findings.filter(({ blocks }) => !blocks);
  return (
    <>
      {blocked.length > 0 && (
        <Notice
          tone="blocks"
          title={state === "planned" ? "Chưa thực hiện được theo lịch" : "Chưa thực hiện được"}
        >
          {blocked.map((finding) => (
            <p key={`${finding.is} ${finding.line}`}>{reorganisationFindingText(finding)}</p>
          ))}
        </Notice>
      )}
      {warned.length > 0 && (
        <Notice tone="warns" title="Cần lưu ý">
          {warned.map((finding) => (
            <p key={`${finding.is} ${finding.line}`}>{reorganisationFindingText(finding)}</p>
          ))}
        </Notice>
      )}
      {plan.units.length > 0 && (
        <>
          <Totals heading="Sẽ thay đổi" receipt={plan.receipt} />
          <Panel flush heading="Từng đơn vị" className="mb-5">
            <PlannedUnits units={plan.units} />
          </Panel>
          <p className="mb-5 rounded-menu bg-sunken px-4 py-3 text-staff text-ink2">
            Số liệu của các ngày trước {formatDay(day)} in ra như cũ.
            {plan.asIs.length > 0 && ` Số liệu theo tổ chức hiện nay đổi ở: ${shortened(plan.asIs)}.`}
          </p>
          <ChoicesForm
            key={version}
            id={id}
            version={version}
            day={day}
            early={day > today}
            planned={state === "planned"}
            addQuotas={choices.addQuotas}
            plan={plan}
          />
        </>
      )}
      <div className="mt-5 flex flex-wrap items-center gap-3 border-t border-line pt-5">
        <ButtonLink href={`/organisation/reorganisation/new?from=${id}`}>Sửa các việc</ButtonLink>
        <DropForm id={id} version={version} />
      </div>
    </>
  );
}

function Done({
  page: { reorganisation, happened },
  receipt,
}: {
  page: ReorganisationPage;
  receipt: Receipt;
}) {
  const { id, version, state, doneOn, doneByName, undoneOn, undoneByName } = reorganisation;
  return (
    <>
      <Totals
        heading={state === "undone" ? "Đã hoàn tác" : "Đã thực hiện"}
        receipt={receipt}
        aside={
          state === "undone"
            ? `${undoneByName}, ${formatDay(undoneOn ?? "")}`
            : `${doneByName}, ${formatDay(doneOn ?? "")}`
        }
      />
      {state === "done" && (
        <Panel heading="Hoàn tác" className="mb-5">
          {happened.length === 0 ? (
            <>
              <p className="mb-3 text-staff text-ink2">
                Chưa có việc gì ghi thêm ở các đơn vị này, nên còn hoàn tác được cả đợt.
              </p>
              <UndoReorganisationForm key={version} id={id} version={version} />
            </>
          ) : (
            <>
              <p className="text-staff">Không hoàn tác được nữa, vì đã có:</p>
              <ul className="mt-1 list-disc pl-5 text-staff">
                {happened.map((what) => (
                  <li key={`${what.what} ${what.unitName}`}>{happenedText(what)}</li>
                ))}
              </ul>
            </>
          )}
        </Panel>
      )}
      <Panel flush heading="Từng đơn vị, như trước khi thực hiện">
        <PlannedUnits units={receipt.units} />
      </Panel>
    </>
  );
}

function Totals({ heading, receipt, aside }: { heading: string; receipt: Receipt; aside?: string }) {
  const figures = [
    [receipt.units.length, "đơn vị"],
    [receipt.people, "người chuyển chi bộ"],
    [receipt.quotasEnded, "chỉ tiêu kết thúc"],
    [receipt.quotasRevised, "chỉ tiêu điều chỉnh"],
    [receipt.hatsKept, "vai giữ tại đơn vị nhận"],
    [receipt.hatsEnded, "vai thu lại"],
  ] as const;
  return (
    <Panel heading={heading} className="mb-5" {...(aside ? { aside } : {})}>
      <ul className="flex flex-wrap gap-x-8 gap-y-2">
        {figures.map(([count, words]) => (
          <li key={words}>
            <strong className="figures">{formatNumber(count)}</strong> {words}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

const MOST_NAMES = 12;

const shortened = (names: readonly string[]): string =>
  names.length <= MOST_NAMES
    ? names.join("; ")
    : `${names.slice(0, MOST_NAMES).join("; ")} và ${names.length - MOST_NAMES} đơn vị khác`;

function doneMessage(done: string | null): string | null {
  switch (done) {
    case "drafted":
      return "Đã kiểm tra. Đây là bản xem trước, chưa có gì thay đổi trong tổ chức.";
    case "chosen":
      return "Đã ghi lựa chọn; chưa có gì thay đổi trong tổ chức.";
    case "planned":
      return "Đã ghi vào lịch";
    case "done":
      return "Đã thực hiện";
    case "undone":
      return "Đã hoàn tác";
    default:
      return null;
  }
}
