import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { StatusShape } from "./shapes";

export const fieldId = (name: string): string => `field-${name}`;

const hintId = (name: string) => `${fieldId(name)}-hint`;
const errorId = (name: string) => `${fieldId(name)}-error`;

/** What a control needs to be tied to its label, hint and error. */
export function describedBy(name: string, hint: boolean, errors: string[] | undefined) {
  const ids = [hint && hintId(name), errors?.length && errorId(name)].filter(Boolean).join(" ");
  return {
    id: fieldId(name),
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
  label: string;
  hint?: string;
  errors?: string[] | undefined;
  optional?: boolean;
  className?: string;
  children: ReactNode;
};

/** Label above, control, hint, and what is wrong in words. */
export function Field({ name, label, hint, errors, optional = false, className, children }: FieldProps) {
  return (
    <div className={className}>
      <label htmlFor={fieldId(name)} className="mb-1.5 block text-body phone:text-staff font-semibold">
        {label}
        {optional && <span className="font-normal text-ink3"> (không bắt buộc)</span>}
      </label>
      {children}
      {hint && (
        <p id={hintId(name)} className="mt-1 text-note text-ink2">
          {hint}
        </p>
      )}
      <FieldErrors name={name} errors={errors} />
    </div>
  );
}

/** The errors of one field, also for a group of radio buttons. */
export function FieldErrors({ name, errors }: { name: string; errors: string[] | undefined }) {
  if (!errors?.length) return null;
  return (
    <div id={errorId(name)}>
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
