import { PageHeading } from "@/components/ui/page-heading";
import { Notice } from "@/components/ui/states";
import type { ClassPage } from "@/lib/classes/queries/class";
import { EditForm } from "./edit-form";

/** What is told of a class, to be changed as long as it has not ended. */
export function EditView({ page }: { page: ClassPage }) {
  const { id, name, state } = page;
  return (
    <div className="mx-auto max-w-[860px]">
      <PageHeading title="Sửa lớp" under={name} back={{ href: `/classes/${id}`, label: "Lớp" }} />
      {state === "ended" ? (
        <Notice tone="warns" title="Lớp đã kết thúc, không sửa được nữa" />
      ) : (
        <EditForm page={page} />
      )}
    </div>
  );
}
