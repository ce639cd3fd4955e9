"use client";

import { Link2, Printer } from "lucide-react";
import { useState } from "react";
import { Button } from "./button";

/** Copies the address, which holds every filter. */
export function CopyLinkButton() {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(window.location.href);
    setCopied(true);
  };
  return (
    <Button look="quiet" onClick={copy} aria-live="polite">
      <Link2 size={16} aria-hidden="true" />
      {copied ? "Đã chép" : "Chép liên kết"}
    </Button>
  );
}

export function PrintButton() {
  return (
    <Button onClick={() => window.print()}>
      <Printer size={16} aria-hidden="true" />
      In
    </Button>
  );
}
