"use client";

import Link from "next/link";
import { usePathname, useSearchParams } from "next/navigation";
import { useActionState } from "react";
import { controlClass } from "@/components/ui/field";
import { RequestKey } from "@/components/ui/request-key";
import { SubmitButton } from "@/components/ui/submit-button";
import { dropView, saveView } from "@/lib/reports/actions";
import type { SavedView } from "@/lib/reports/repository/saved-views";
import type { UnitTaskFinding } from "@/lib/reports/rules/unit-task";
import { type FormState, initialFormState } from "@/lib/shared/form-state";

/** The views one keeps, and the form that names this one: the address as it stands, without what is open. */
export function SavedViews({ views }: { views: SavedView[] }) {
  const pathname = usePathname();
  const parameters = new URLSearchParams(useSearchParams());
  for (const passing of ["figure", "tab", "after", "done"]) parameters.delete(passing);
  const query = parameters.toString();
  const [state, send] = useActionState<FormState<UnitTaskFinding>, FormData>(saveView, initialFormState);
  const values = state.values as Record<string, string>;
  const wrong = Object.values(state.fieldErrors).flat();
  return (
    <details className="no-print relative text-staff">
      <summary className="link inline-flex min-h-11 cursor-pointer items-center phone:min-h-9">
        Cách xem đã lưu{views.length > 0 && ` (${views.length})`}
      </summary>
      <div className="mt-2 max-w-[640px] rounded-panel border border-line bg-surface p-4">
        {views.length > 0 && (
          <ul className="mb-4 divide-y divide-line">
            {views.map((view) => (
              <li key={view.id} className="flex items-center justify-between gap-3 py-1">
                <Link href={view.address} prefetch={false} className="link py-2">
                  {view.name}
                </Link>
                <DropForm view={view} />
              </li>
            ))}
          </ul>
        )}
        <form action={send} noValidate>
          <RequestKey key={JSON.stringify([values, state.done])} />
          <input type="hidden" name="address" value={query === "" ? pathname : `${pathname}?${query}`} />
          <label htmlFor="view-name" className="mb-1 block font-semibold">
            Lưu cách xem này
          </label>
          <div key={JSON.stringify([values, state.done])} className="flex flex-wrap gap-3">
            <input
              id="view-name"
              name="name"
              defaultValue={values.name ?? ""}
              placeholder="Các xã chậm tiến độ"
              aria-invalid={wrong.length > 0 || undefined}
              className={controlClass(wrong.length > 0, "!w-72 max-w-full")}
            />
            <SubmitButton look="panel">Lưu</SubmitButton>
          </div>
          {wrong.map((sentence) => (
            <p key={sentence} role="alert" className="mt-1 text-note text-red-hover">
              {sentence}
            </p>
          ))}
          {state.done && (
            <p role="status" className="mt-1 text-note">
              {state.done.message}
            </p>
          )}
          <p className="mt-2 text-note text-ink2">
            Gửi liên kết của cách xem cho người khác thì mỗi người chỉ thấy những gì mình được xem.
          </p>
        </form>
      </div>
    </details>
  );
}

function DropForm({ view: { id, name } }: { view: SavedView }) {
  const [state, send] = useActionState<FormState<UnitTaskFinding>, FormData>(dropView, initialFormState);
  return (
    <form action={send}>
      <RequestKey key={JSON.stringify(state.done)} />
      <input type="hidden" name="view" value={id} />
      <SubmitButton look="quiet" className="underline underline-offset-4">
        Bỏ<span className="sr-only"> cách xem {name}</span>
      </SubmitButton>
    </form>
  );
}
