import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { DoneBar, EmptyState } from "@/components/ui/states";
import { Tabs } from "@/components/ui/tabs";
import { registerLabel } from "@/lib/forms/labels";
import type { RegisterView } from "@/lib/forms/queries/register";
import { REGISTERS } from "@/lib/forms/schema";
import type { RegisterLine } from "@/lib/organisation/repository/register";
import { stepLabel } from "@/lib/pipeline/labels/words";
import { isStepKind } from "@/lib/pipeline/rules/step";
import { formatDay } from "@/lib/shared/days";
import { TakeNumberForm } from "./take-number-form";

const address = (register: string, year: number) =>
  `/forms/register?${new URLSearchParams({ register, year: String(year) })}`;

/** The numbers a unit gave to its documents: none twice, and what was withdrawn stays. */
export function RegisterPage({ view, done }: { view: RegisterView; done: string | null }) {
  const { unitName, register, year, lines, next, today } = view;
  const last = lines.at(-1);
  return (
    <div className="mx-auto max-w-[1132px]">
      <PageHeading
        title="Sổ số văn bản"
        under={`${unitName}, năm ${year}`}
        back={{ href: "/forms", label: "Mẫu giấy tờ" }}
      />
      {done && <DoneBar message={`Đã lấy số ${done} trong sổ ${registerLabel(register).toLowerCase()}`} />}
      <div className="no-print mb-4">
        <Tabs
          label="Sổ"
          tabs={REGISTERS.map((known) => ({
            href: address(known, year),
            label: registerLabel(known),
            current: known === register,
          }))}
        />
        <p className="mt-2 flex gap-4 text-staff">
          <a className="link" href={address(register, year - 1)}>
            Năm {year - 1}
          </a>
          {year < Number(today.slice(0, 4)) && (
            <a className="link" href={address(register, year + 1)}>
              Năm {year + 1}
            </a>
          )}
        </p>
      </div>
      <div className="grid gap-4 desk:grid-cols-[minmax(0,1fr)_346px]">
        <Panel
          flush
          className="self-start"
          heading={registerLabel(register)}
          aside={next && lines[0] && `Số kế tiếp: ${next}`}
        >
          {lines.length === 0 ? (
            <EmptyState title="Sổ này chưa có số nào.">
              Quyết định kết nạp vào sổ khi được ghi trong hồ sơ. Văn bản khác lấy số ở biểu bên.
            </EmptyState>
          ) : (
            <ul className="divide-y divide-line border-t border-line">
              {lines.map((line) => (
                <RegisterRow key={line.number} line={line} />
              ))}
            </ul>
          )}
          {last && lines.length === 100 && (
            <p className="border-t border-line px-5 py-3">
              <a className="link" href={`${address(register, year)}&before=${last.number}`}>
                Xem các số trước
              </a>
            </p>
          )}
        </Panel>
        <Panel heading="Lấy số" className="self-start">
          <TakeNumberForm register={register} today={formatDay(today)} />
        </Panel>
      </div>
    </div>
  );
}

function RegisterRow({ line }: { line: RegisterLine }) {
  const { documentNumber, onDay, subject, candidateId, takenByName, withdrawn } = line;
  const what = isStepKind(subject) ? stepLabel(subject) : subject;
  return (
    <li className="grid gap-x-4 px-5 py-2.5 phone:grid-cols-[9rem_7rem_minmax(0,1fr)]">
      <span className="keep font-semibold">{withdrawn ? <s>{documentNumber}</s> : documentNumber}</span>
      <span className="figures text-ink2">{formatDay(onDay)}</span>
      <span>
        {candidateId ? (
          <a className="link" href={`/pipeline/${candidateId}`}>
            {what}
          </a>
        ) : (
          what
        )}
        <span className="block text-note text-ink2">
          {takenByName} ghi{withdrawn && ". Số đã rút, không cấp lại cho văn bản khác."}
        </span>
      </span>
    </li>
  );
}
