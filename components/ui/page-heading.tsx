import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";

type PageHeadingProps = {
  title: string;
  under?: ReactNode;
  back?: { href: string; label: string };
  actions?: ReactNode;
};

/** Title of a page, the way back and at most one main action. */
export function PageHeading({ title, under, back, actions }: PageHeadingProps) {
  return (
    <header className="mb-5">
      {back && (
        <Link
          href={back.href}
          className="link mb-2 inline-flex items-center gap-1.5 text-staff text-ink2"
          prefetch={false}
        >
          <ArrowLeft size={15} aria-hidden="true" />
          {back.label}
        </Link>
      )}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div>
          <h1 className="text-title font-semibold">{title}</h1>
          {under && <p className="text-body text-ink2">{under}</p>}
        </div>
        {actions && <div className="no-print flex flex-wrap items-center gap-3">{actions}</div>}
      </div>
    </header>
  );
}
