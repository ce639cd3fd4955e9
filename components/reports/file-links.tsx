import { ButtonLink } from "@/components/ui/button";
import type { ReportParameters } from "@/lib/reports/rules/parameters";
import { fileHref } from "./board";

/** What each format is for. */
const FORMAT_LABELS = [
  ["xlsx", "XLSX"],
  ["docx", "Word"],
  ["pdf", "PDF"],
  ["csv", "CSV"],
] as const;

/** A report as a file: workbook, Word and PDF to sign, CSV for machines. */
export function FileButtons({
  report,
  parameters,
  more = {},
}: {
  report: string;
  parameters: ReportParameters;
  more?: Readonly<Record<string, string>>;
}) {
  return FORMAT_LABELS.map(([format, label]) => (
    <ButtonLink key={format} href={fileHref(report, parameters, format, more)} download>
      {format === "xlsx" ? "Tải bảng XLSX" : label}
    </ButtonLink>
  ));
}

/** The same as plain links, for a line of a list. */
export function FileLinks({
  report,
  name,
  parameters,
  more = {},
}: {
  report: string;
  name: string;
  parameters: ReportParameters;
  more?: Readonly<Record<string, string>>;
}) {
  return (
    <span className="flex flex-wrap gap-x-1">
      {FORMAT_LABELS.map(([format, label]) => (
        <a
          key={format}
          href={fileHref(report, parameters, format, more)}
          className="link inline-flex min-h-11 min-w-11 items-center justify-center px-2 phone:min-h-8"
          aria-label={`${name}, tệp ${label}`}
          download
        >
          {label}
        </a>
      ))}
    </span>
  );
}
