import Link from "next/link";
import type { ButtonHTMLAttributes, ReactNode } from "react";
import { classNames } from "./class-names";

/** `main` is the one red button of a page; `danger` ends something. */
export type ButtonLook = "main" | "panel" | "quiet" | "danger";

const LOOKS: Record<ButtonLook, string> = {
  main: "bg-red text-white border-red hover:bg-red-hover hover:border-red-hover",
  panel: "bg-surface text-ink border-line2 hover:bg-hover",
  quiet: "bg-transparent text-ink2 border-transparent hover:bg-hover",
  danger: "bg-surface text-red-hover border-red-line hover:bg-red-soft",
};

const SHAPE =
  "inline-flex min-h-12 phone:min-h-10 items-center justify-center gap-2 rounded-button border px-4 py-2 text-body phone:text-staff font-semibold no-underline disabled:opacity-60";

export function buttonClass(look: ButtonLook = "panel", className?: string): string {
  return classNames(SHAPE, LOOKS[look], className);
}

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & { look?: ButtonLook };

export function Button({ look = "panel", className, type = "button", ...rest }: ButtonProps) {
  return <button type={type} className={buttonClass(look, className)} {...rest} />;
}

type ButtonLinkProps = {
  href: string;
  look?: ButtonLook;
  className?: string;
  children: ReactNode;
  download?: boolean;
};

export function ButtonLink({ href, look = "panel", className, children, download }: ButtonLinkProps) {
  const classes = buttonClass(look, className);
  return download ? (
    <a href={href} className={classes} download>
      {children}
    </a>
  ) : (
    <Link href={href} className={classes} prefetch={false}>
      {children}
    </Link>
  );
}
