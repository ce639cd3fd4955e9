import { PageHeading } from "@/components/ui/page-heading";
import { Notice } from "@/components/ui/states";
import { classStateLabel } from "@/lib/classes/labels";
import type { ClassPage } from "@/lib/classes/queries/class";
import { isComing } from "@/lib/classes/rules/training-class";
import { EditForm } from "./edit-form";

/** What is told of a class, to be changed as long as it has not ended. */
export function EditView({ page }: { page: ClassPage }) {
  const { id, name, state } = page;
  return (
    <div className="mx-auto max-w-[860px]">
      <PageHeading title="Sửa lớp" under={name} back={{ href: `/classes/${id}`, label: "Lớp" }} />
      {!isComing(state) ? (
        <Notice tone="warns" title={`Lớp ${classStateLabel(state).toLowerCase()}, không sửa được nữa`} />
      ) : (
        <EditForm page={page} />
      )}
    </div>
  );
}
