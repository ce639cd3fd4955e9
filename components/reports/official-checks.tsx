import Link from "next/link";
import type { Check } from "@/lib/reports/rules/official";

/** Whether a table adds up: what does not comes first, with the way to the people it is about. */
export function OfficialChecks({
  checks,
  hrefOf,
}: {
  checks: readonly Check[];
  hrefOf: (figure: string, column: "previous" | undefined) => string;
}) {
  if (checks.length === 0) return null;
  const faults = checks.filter(({ ok }) => !ok);
  if (faults.length === 0)
    return (
      <details className="mb-4">
        <summary className="cursor-pointer py-1 font-medium">
          Số liệu khớp: {checks.length} phép kiểm tra đều đúng
        </summary>
        <ul className="list-disc pt-1 pl-6 text-ink2">
          {checks.map(({ message }) => (
            <li key={message}>{message}</li>
          ))}
        </ul>
      </details>
    );
  return (
    <section
      className="mb-4 rounded-panel border border-red-line bg-red-soft px-5 py-3"
      aria-label="Kiểm tra số liệu"
    >
      <h2 className="font-semibold">Số liệu không khớp</h2>
      <ul className="list-disc pl-6">
        {faults.map(({ message, figure, column }) => (
          <li key={message}>
            {message}{" "}
            {figure && (
              <Link href={hrefOf(figure, column)} prefetch={false} scroll={false} className="link">
                Xem những người này
              </Link>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
