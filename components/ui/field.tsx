import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { StatusShape } from "./shapes";

export const fieldId = (name: string): string => `field-${name}`;

/** What a control needs to be tied to its label, hint and error. */
export function describedBy(
  name: string,
  hint: boolean,
  errors: string[] | undefined,
  id: string = fieldId(name),
) {
  const ids = [hint && `${id}-hint`, errors?.length && `${id}-error`].filter(Boolean).join(" ");
  return {
    id,
    name,
    "aria-invalid": errors?.length ? true : undefined,
    "aria-describedby": ids || undefined,
  };
}

/** Look of every text-like control: a border that can be seen, two pixels when wrong. */
export function controlClass(wrong: boolean, className?: string): string {
  return classNames(
    "min-h-12.5 phone:min-h-10 w-full rounded-button border bg-surface px-3 text-read phone:text-body text-ink placeholder:text-ink3",
    wrong ? "border-2 border-red" : "border-field",
    className,
  );
}

type FieldProps = {
  name: string;
  /** Of a field of one of several forms on a page; else it comes of the name. */
  id?: string;
  label: string;
  /** What tells this form from others of the page, for a screen reader. */
  of?: string;
  hint?: string;
  errors?: string[] | undefined;
  optional?: boolean;
  className?: string;
  children: ReactNode;
};

/** Label above, control, hint, and what is wrong in words. */
export function Field({
  name,
  id,
  label,
  of,
  hint,
  errors,
  optional = false,
  className,
  children,
}: FieldProps) {
  const own = id ?? fieldId(name);
  return (
    <div className={className}>
      <label htmlFor={own} className="mb-1.5 block text-body phone:text-staff font-semibold">
        {label}
        {of && <span className="sr-only">: {of}</span>}
        {optional && <span className="font-normal text-ink3"> (không bắt buộc)</span>}
      </label>
      {children}
      {hint && (
        <p id={`${own}-hint`} className="mt-1 text-note text-ink2">
          {hint}
        </p>
      )}
      <FieldErrors name={name} id={id} errors={errors} />
    </div>
  );
}

type FieldErrorsProps = { name: string; id?: string | undefined; errors: string[] | undefined };

/**
 * The errors of one field, also for a group of radio buttons. A field with an id of its own stands in a form
 * without a summary, so that its errors speak up themselves.
 */
export function FieldErrors({ name, id, errors }: FieldErrorsProps) {
  if (!errors?.length) return null;
  return (
    <div id={`${id ?? fieldId(name)}-error`} role={id && "alert"}>
      {errors.map((error) => (
        <p key={error} className="mt-1.5 flex items-start gap-1.5 text-note font-medium text-red-hover">
          <span className="mt-1">
            <StatusShape shape="blocks" size={13} />
          </span>
          {error}
        </p>
      ))}
    </div>
  );
}
