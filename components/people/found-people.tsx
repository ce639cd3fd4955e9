import Link from "next/link";
import { Marked } from "@/components/ui/marked";
import { Panel } from "@/components/ui/panel";
import { EmptyState } from "@/components/ui/states";
import type { FoundPerson } from "@/lib/people/repository/search";
import { formatDay } from "@/lib/shared/days";

/** People found by what was typed; each leads to their dossier. */
export function FoundPeople({ typed, found }: { typed: string; found: FoundPerson[] }) {
  const count = found.length === 20 ? "20 người đầu" : `${found.length} người`;
  return (
    <Panel className="mb-4" heading="Người tìm thấy" aside={count} flush>
      {found.length === 0 ? (
        <EmptyState title={`Không có ai khớp “${typed}”`}>
          Tìm trong họ tên của những người có hồ sơ thuộc phạm vi của đồng chí.
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line border-t border-line">
          {found.map(({ candidateId, name, birthDate, birthYear, unitName }) => (
            <li key={candidateId} className="px-5 py-2 hover:bg-hover">
              <Link
                className="font-medium hover:underline"
                href={`/pipeline/${candidateId}`}
                prefetch={false}
              >
                <Marked text={name} typed={typed} />
              </Link>
              <span className="block text-note text-ink2">
                Sinh {birthDate ? formatDay(birthDate) : birthYear} · {unitName}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
