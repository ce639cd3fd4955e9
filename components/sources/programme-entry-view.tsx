import { PageHeading } from "@/components/ui/page-heading";
import type { ProgrammeEntry } from "@/lib/reports/queries/programmes";
import { ProgrammeForm } from "./programme-form";

/** A programme is opened or changed: its name, its days and who belongs to it. */
export function ProgrammeEntryView({ entry: { programme, owner } }: { entry: ProgrammeEntry }) {
  return (
    <div className="mx-auto max-w-[860px]">
      <PageHeading
        title={programme ? "Sửa chương trình" : "Lập chương trình"}
        under={owner}
        back={
          programme
            ? { href: `/sources/programmes/${programme.id}`, label: programme.name }
            : { href: "/sources/programmes", label: "Chương trình" }
        }
      />
      <ProgrammeForm
        programme={
          programme && {
            id: programme.id,
            version: programme.version,
            name: programme.name,
            rule: programme.rule,
            from: programme.from,
            to: programme.to,
          }
        }
      />
    </div>
  );
}
