import Link from "next/link";
import { ButtonLink } from "@/components/ui/button";
import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { type Shape, StatusChip } from "@/components/ui/shapes";
import { DoneBar, Notice } from "@/components/ui/states";
import { kindLabel } from "@/lib/organisation/labels";
import type { UnitKind } from "@/lib/organisation/rules/kinds";
import { confirmationStateLabel, periodTitle } from "@/lib/periods/labels";
import type { PeriodPage } from "@/lib/periods/queries/periods";
import type { StandingBelow } from "@/lib/periods/repository/confirmations";
import { type ConfirmationState, stands } from "@/lib/periods/rules/confirmation";
import { formatDay } from "@/lib/shared/days";
import { formatNumber } from "@/lib/shared/ratio";
import { ChangePeriodForm } from "./period-form";
import { PeriodState } from "./periods-view";
import { SnapshotList } from "./snapshot-list";
import { AcceptForm, ConfirmForm, LockForm, ReturnForm } from "./standing-forms";

const SHAPES: Record<ConfirmationState, Shape> = {
  waiting: "none",
  confirmed: "onTrack",
  accepted: "done",
  returned: "returned",
};

/** A period as one unit sees it: its own word, then who beneath it has not spoken, level by level. */
export function PeriodView({ page, done }: { page: PeriodPage; done: string | undefined }) {
  const { period, shown, way, below, next, snapshots, today, may } = page;
  const here = way.at(-1);
  const open = period.lockedOn === null;
  return (
    <div className="mx-auto max-w-[1132px]">
      <PageHeading
        title={periodTitle(period)}
        under={`Số liệu có đến ${formatDay(period.cutOff)}. ${here?.name ?? period.unit.name}.`}
        back={{ href: "/periods", label: "Kỳ báo cáo" }}
        actions={<PeriodState period={period} today={today} />}
      />
      {done && <DoneBar message={doneWords(done)} />}
      <Way page={page} />
      <div className="space-y-5">
        {shown && <OwnPanel page={page} />}
        <LevelsPanel page={page} />
        {below.length > 0 && (
          <Panel
            flush
            heading="Đơn vị trực thuộc"
            aside={open && may.accept ? <AcceptReady page={page} /> : undefined}
          >
            <ul>
              {below.map((row) => (
                <BelowRow key={row.unit.code} row={row} page={page} />
              ))}
            </ul>
            {next !== null && here && (
              <p className="border-t border-line px-5 py-3">
                <ButtonLink
                  href={`/periods/${period.id}?unit=${encodeURIComponent(here.code)}&after=${next}`}
                >
                  Xem tiếp
                </ButtonLink>
              </p>
            )}
          </Panel>
        )}
        {may.own && (
          <Panel
            flush={!open}
            heading={open ? "Khóa kỳ" : "Báo cáo đã chốt"}
            aside={
              <Link href={`/periods/${period.id}/corrections`} prefetch={false} className="link">
                Điều chỉnh của kỳ trước
              </Link>
            }
          >
            {open && may.lock && (
              <>
                <LockForm
                  periodId={period.id}
                  version={period.version}
                  days={`${formatDay(period.from)} – ${formatDay(period.to)}`}
                />
                <ChangePeriodForm period={period} />
              </>
            )}
            {open && !may.lock && <p>Tỉnh khóa kỳ khi mọi đơn vị đã được tiếp nhận.</p>}
            {!open && <SnapshotList snapshots={snapshots} />}
          </Panel>
        )}
      </div>
    </div>
  );
}

function Way({ page: { period, way } }: { page: PeriodPage }) {
  const above = way.slice(0, -1);
  if (above.length === 0) return null;
  return (
    <nav aria-label="Cấp trên" className="no-print mb-4 flex flex-wrap gap-x-2 text-staff">
      {above.map(({ code, name }) => (
        <span key={code}>
          <Link
            href={`/periods/${period.id}?unit=${encodeURIComponent(code)}`}
            prefetch={false}
            className="link"
          >
            {name}
          </Link>
          <span aria-hidden="true"> ›</span>
        </span>
      ))}
    </nav>
  );
}

/** The shown unit's own word. */
function OwnPanel({ page: { period, shown, may } }: { page: PeriodPage }) {
  if (!shown) return null;
  const { unit, state, reason } = shown;
  return (
    <Panel
      heading={`Số liệu của ${unit.name}`}
      aside={<StatusChip shape={SHAPES[state]} word={confirmationStateLabel(state)} />}
    >
      {state === "returned" && (
        <Notice tone="warns" title="Cấp trên trả lại số liệu">
          {reason}
        </Notice>
      )}
      <ConfirmedBy standing={shown} />
      {period.lockedOn !== null ? (
        <p className="text-ink2">Kỳ đã khóa; sửa từ nay hiện ở kỳ sau là điều chỉnh.</p>
      ) : (
        may.confirm &&
        !stands(state) && (
          <>
            <p className="mb-4">
              Xem lại hồ sơ và báo cáo của đơn vị, rồi xác nhận số liệu của kỳ đã đủ và đúng.
            </p>
            <ConfirmForm period={shownOf(period)} standing={shownUnit(shown)} inPlace={false} />
          </>
        )
      )}
    </Panel>
  );
}

function ConfirmedBy({
  standing: { unit, state, confirmedByName, confirmedAtName, confirmedOn },
}: {
  standing: Pick<StandingBelow, "unit" | "state" | "confirmedByName" | "confirmedAtName" | "confirmedOn">;
}) {
  if (!stands(state) || confirmedOn === null) return null;
  return (
    <p className="text-note text-ink2">
      {confirmedByName}
      {confirmedAtName !== unit.name && `, ${confirmedAtName},`} xác nhận
      {confirmedAtName !== unit.name && " thay"} ngày {formatDay(confirmedOn)}
    </p>
  );
}

/** How many of each level have confirmed, with the way to those who have not. */
function LevelsPanel({ page: { period, levels, way } }: { page: PeriodPage }) {
  const here = way.at(-1)?.code ?? "";
  if (levels.length === 0) return null;
  return (
    <Panel flush heading="Đã xác nhận, theo cấp">
      <div className="overflow-x-auto">
        <table className="w-full text-table">
          <thead className="bg-sunken text-chip">
            <tr>
              {["Cấp", "Đơn vị", "Đã xác nhận", "Đã tiếp nhận", "Bị trả lại", "Chưa xác nhận"].map(
                (title, at) => (
                  <th
                    key={title}
                    scope="col"
                    className={`px-4 py-2.5 font-medium ${at === 0 ? "text-left" : "text-right"}`}
                  >
                    {title}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {levels.map(({ kind, units, confirmed, accepted, returned }) => (
              <tr key={kind}>
                <th scope="row" className="px-4 py-2 text-left font-normal">
                  {kindLabel(kind as UnitKind)}
                </th>
                {Object.entries({ units, confirmed, accepted, returned }).map(([column, count]) => (
                  <td key={column} className="figures px-4 py-2 text-right">
                    {formatNumber(count)}
                  </td>
                ))}
                <td className="figures px-4 py-2 text-right">
                  {units > confirmed ? (
                    <Link
                      href={`/periods/${period.id}/missing?unit=${encodeURIComponent(here)}&kind=${kind}`}
                      prefetch={false}
                      className="link font-semibold"
                    >
                      {formatNumber(units - confirmed)}
                      <span className="sr-only"> {kindLabel(kind as UnitKind)} chưa xác nhận</span>
                    </Link>
                  ) : (
                    "0"
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

/** What a form keeps of the page. */
const shownOf = ({ id, version }: PeriodPage["period"]) => ({ id, version });
const shownUnit = ({ unit: { code, name }, version }: Pick<StandingBelow, "unit" | "version">) => ({
  unit: { code, name },
  version,
});

const isReady = ({ state, below, confirmed }: StandingBelow): boolean =>
  state === "confirmed" && below === confirmed;

/** Accepts everybody on the page at once of whom nothing is missing. */
function AcceptReady({ page: { period, below } }: { page: PeriodPage }) {
  const ready = below.filter(isReady);
  if (ready.length === 0) return null;
  return (
    <AcceptForm period={shownOf(period)} standings={ready.map(shownUnit)} look="main">
      {`Tiếp nhận ${formatNumber(ready.length)} đơn vị đã đủ`}
    </AcceptForm>
  );
}

function BelowRow({ row, page: { period, may } }: { row: StandingBelow; page: PeriodPage }) {
  const { unit, state, below, confirmed, reason } = row;
  const open = period.lockedOn === null;
  const seen = { period: shownOf(period), standing: shownUnit(row) };
  return (
    <li className="border-t border-line px-5 py-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-5 gap-y-1">
        <Link
          href={`/periods/${period.id}?unit=${encodeURIComponent(unit.code)}`}
          prefetch={false}
          className="link min-h-6 font-semibold"
        >
          {unit.name}
        </Link>
        <StatusChip shape={SHAPES[state]} word={confirmationStateLabel(state)} />
      </div>
      {below > 0 && (
        <p className="text-staff">
          {formatNumber(confirmed)}/{formatNumber(below)} đơn vị bên dưới đã xác nhận
        </p>
      )}
      <ConfirmedBy standing={row} />
      {reason && <p className="text-staff">Trả lại: {reason}</p>}
      {open && (
        <div className="no-print mt-1 flex flex-wrap items-start gap-x-4 gap-y-2">
          {may.confirmBelow && !stands(state) && <ConfirmForm {...seen} inPlace />}
          {may.accept && isReady(row) && (
            <AcceptForm period={seen.period} standings={[seen.standing]}>
              Tiếp nhận<span className="sr-only">: {unit.name}</span>
            </AcceptForm>
          )}
          {may.accept && stands(state) && <ReturnForm {...seen} />}
        </div>
      )}
    </li>
  );
}

function doneWords(done: string): string {
  switch (done) {
    case "set":
      return "Đã đặt kỳ báo cáo.";
    case "changed":
      return "Đã sửa kỳ báo cáo.";
    case "confirmed":
      return "Đã xác nhận số liệu.";
    case "accepted":
      return "Đã tiếp nhận.";
    case "returned":
      return "Đã trả lại.";
    default:
      return "Đã khóa kỳ báo cáo và chốt số liệu.";
  }
}
