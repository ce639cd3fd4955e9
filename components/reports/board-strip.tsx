import Link from "next/link";
import type { ReactNode } from "react";
import { StackedBar } from "@/components/ui/bullet-bar";
import { Figure } from "@/components/ui/figure";
import { StatusChip } from "@/components/ui/shapes";
import { statusLabel } from "@/lib/quotas/labels";
import { evenPace } from "@/lib/quotas/rules/attainment";
import {
  admissionQuotas,
  heldAdmissionQuotas,
  lineFigure,
  prepareCoverage,
  quotaLink,
} from "@/lib/reports/chart/board";
import { comparedWith } from "@/lib/reports/labels";
import { HELD_NOTE, heldWords } from "@/lib/reports/labels/official";
import type { HeldQuota, QuotaLine } from "@/lib/reports/rules/attainment";
import { daysBetween, formatDay } from "@/lib/shared/days";
import { formatNumber } from "@/lib/shared/ratio";
import { type BoardProps, boardHref, figureHref, linkHref } from "./board";

/** The first row of the board: each source of a quota, the forecast, and who admits at all. */
export function BoardStrip(props: BoardProps) {
  const quotas = admissionQuotas(props.page.report.total, props.address.group);
  const [held] = heldAdmissionQuotas(props.page.report.total, props.address.group);
  const scale = Math.max(
    1,
    ...quotas.map(({ achieved }) => Math.max(achieved.numerator, achieved.denominator)),
  );
  return (
    <section
      aria-label="Kết quả chung"
      className="mb-4 grid overflow-hidden rounded-panel border border-line bg-line gap-px phone:grid-cols-2 desk:auto-cols-fr desk:grid-flow-col desk:grid-cols-none"
    >
      {quotas.length === 0 && (held ? <HeldPanel held={held} /> : <NoQuota {...props} />)}
      {quotas.map((quota) => (
        <QuotaPanel key={quota.source} quota={quota} scale={scale} {...props} />
      ))}
      <ForecastPanel quotas={quotas} {...props} />
      {props.rows.length > 0 && <CoveragePanel {...props} />}
    </section>
  );
}

function StripPanel({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <div className="flex min-w-0 flex-col bg-surface px-5 py-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <h2 className="text-staff font-semibold">{title}</h2>
        {aside && <span className="text-note text-ink2">{aside}</span>}
      </div>
      {children}
    </div>
  );
}

function QuotaPanel({ quota, scale, page, told }: BoardProps & { quota: QuotaLine; scale: number }) {
  const { achieved, status, source } = quota;
  const share = quota.kind === "SHARE_OF_ADMITTED";
  const needed = share ? 0 : evenPace(achieved.denominator, quota, page.parameters.asOf);
  const words = `Đã kết nạp ${comparedWith(source).toLowerCase()}`;
  return (
    <StripPanel title={comparedWith(source)} aside={deadline(quota.dueOn ?? quota.to, page.parameters.asOf)}>
      <p className="mt-0.5">
        <StatusChip shape={status} word={statusLabel(status)} />
      </p>
      <Figure
        large
        numerator={achieved.numerator}
        denominator={achieved.denominator}
        percent={achieved.percent}
        href={linkHref(told, quotaLink(page.report.total, null, quota))}
        label={words}
      />
      <div className="my-1.5">
        <StackedBar
          parts={[achieved.numerator]}
          mark={achieved.denominator}
          scale={scale}
          pace={needed}
          done={status === "done"}
        />
      </div>
      <PaceSentence quota={quota} needed={needed} share={share} />
    </StripPanel>
  );
}

function HeldPanel({ held: { source, shown } }: { held: HeldQuota }) {
  return (
    <StripPanel title={comparedWith(source)}>
      <p className="mt-1 text-figure font-semibold">{heldWords(shown)}</p>
      <p className="text-staff text-ink2">{HELD_NOTE}</p>
    </StripPanel>
  );
}

/** "Hạn 30/09/2024, còn 149 ngày". */
function deadline(due: string, asOf: string): string {
  const left = daysBetween(asOf, due);
  const words = left > 0 ? `còn ${formatNumber(left)} ngày` : left === 0 ? "hôm nay" : "đã hết hạn";
  return `Hạn ${formatDay(due)}, ${words}`;
}

/** "Nhịp đều cần 84, đang hụt 27": read first. */
function PaceSentence({ quota, needed, share }: { quota: QuotaLine; needed: number; share: boolean }) {
  const { achieved, surplus, remaining } = quota;
  if (share) {
    return (
      <p className="text-staff text-ink2">
        Cần {formatNumber(quota.value)} % số kết nạp
        {remaining > 0 && `, còn thiếu ${formatNumber(remaining)}`}
      </p>
    );
  }
  if (remaining === 0 && achieved.denominator > 0) {
    return (
      <p className="text-staff text-ink2">
        Đã đủ số được giao
        {surplus > 0 && <strong className="text-petrol">, vượt {formatNumber(surplus)}</strong>}
      </p>
    );
  }
  const behind = needed - achieved.numerator;
  return (
    <p className="text-staff text-ink2">
      Nhịp đều cần <strong className="text-ink">{formatNumber(needed)}</strong>
      {behind > 0 && (
        <>
          , <strong className="text-red-hover">đang hụt {formatNumber(behind)}</strong>
        </>
      )}
      {behind <= 0 && `, đang ${behind === 0 ? "đúng nhịp" : `vượt ${formatNumber(-behind)}`}`}
    </p>
  );
}

function ForecastPanel({ quotas, page, told }: BoardProps & { quotas: QuotaLine[] }) {
  const { admitted, forecast } = page.report.total;
  const asked = quotas.find(({ kind }) => kind !== "SHARE_OF_ADMITTED")?.achieved.denominator ?? null;
  const parts = [
    { label: "đã kết nạp", people: admitted },
    { label: "chờ quyết định", people: forecast.certain - admitted },
    { label: "đã qua chi bộ", people: forecast.likely - forecast.certain },
    { label: "đang làm hồ sơ", people: forecast.possible - forecast.likely },
  ];
  const missing = asked === null ? 0 : asked - forecast.possible;
  return (
    <StripPanel title="Dự báo cả năm" aside="nếu mọi hồ sơ đang làm đều kịp">
      <p className="mt-1">
        <Figure
          large
          numerator={forecast.possible}
          denominator={asked}
          href={figureHref(told, lineFigure(null, "forecast.possible"))}
          label="Có thể kết nạp cả năm"
        />
      </p>
      <div className="my-1.5">
        <StackedBar
          parts={parts.map(({ people }) => people)}
          mark={asked ?? 0}
          scale={Math.max(1, asked ?? 0, forecast.possible)}
        />
      </div>
      <p className="text-note text-ink2">
        {parts.map(({ label, people }) => `${formatNumber(people)} ${label}`).join(" + ")}
      </p>
      {asked !== null && (
        <p className="text-staff">
          {missing > 0 ? (
            <strong className="text-red-hover">vẫn thiếu {formatNumber(missing)}</strong>
          ) : (
            <span className="text-petrol">đủ chỉ tiêu{missing < 0 && `, dư ${formatNumber(-missing)}`}</span>
          )}
        </p>
      )}
    </StripPanel>
  );
}

function CoveragePanel({ rows, told }: BoardProps) {
  const { numerator, denominator, percent, without } = prepareCoverage(rows);
  return (
    <StripPanel title="Đơn vị có kết nạp" aside="trong số đơn vị được giao">
      <p className="mt-1">
        <Figure
          large
          numerator={numerator}
          denominator={denominator}
          percent={percent}
          label="Đơn vị có kết nạp"
        />
      </p>
      <div className="my-1.5">
        <StackedBar parts={[numerator]} mark={denominator} scale={Math.max(1, denominator)} />
      </div>
      {without > 0 ? (
        <Link
          href={`${boardHref(told, { status: "none", figure: null })}#units`}
          className="link text-staff"
          prefetch={false}
        >
          {formatNumber(without)} đơn vị chưa kết nạp được
        </Link>
      ) : (
        <p className="text-staff text-ink2">
          {denominator > 0 ? "Đơn vị nào được giao cũng đã kết nạp." : "Chưa đơn vị nào được giao chỉ tiêu."}
        </p>
      )}
    </StripPanel>
  );
}

function NoQuota({ page, told }: BoardProps) {
  const { total } = page.report;
  return (
    <StripPanel title="Chưa có chỉ tiêu cho kỳ này">
      <p className="mt-1">
        <Figure
          large
          numerator={total.admitted}
          href={figureHref(told, lineFigure(null, "admitted"))}
          label="Đã kết nạp trong kỳ"
        />
      </p>
      <p className="text-staff text-ink2">
        đã kết nạp trong kỳ. Chỉ tiêu hiện ra khi văn bản giao được nhập hoặc ghi.
      </p>
      {page.maySet && (
        <Link
          className="link mt-1 text-staff"
          href={`/quotas/entry?unit=${encodeURIComponent(total.unit.code)}`}
          prefetch={false}
        >
          Ghi chỉ tiêu của đơn vị
        </Link>
      )}
    </StripPanel>
  );
}
