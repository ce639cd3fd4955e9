"use client";

import type { ReactNode } from "react";
import { useFormStatus } from "react-dom";
import { type ButtonLook, buttonClass } from "./button";

type Props = {
  children: ReactNode;
  look?: ButtonLook;
  className?: string;
  /** Shown while the form is on its way. */
  pending?: string;
  name?: string;
  value?: string;
  id?: string;
};

/** Sends the form once: while it is on its way the button says so and takes no second press. */
export function SubmitButton({
  children,
  look = "main",
  className,
  pending = "Đang ghi…",
  name,
  value,
  id,
}: Props) {
  const status = useFormStatus();
  return (
    <button
      type="submit"
      id={id}
      name={name}
      value={value}
      className={buttonClass(look, className)}
      aria-disabled={status.pending}
      onClick={(event) => status.pending && event.preventDefault()}
    >
      {status.pending ? pending : children}
    </button>
  );
}
