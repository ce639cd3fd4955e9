"use client";

import { useState } from "react";

/** The key of a form, made when it is shown: sent twice, it does one thing. */
export function RequestKey() {
  const [key] = useState(() => (typeof crypto.randomUUID === "function" ? crypto.randomUUID() : ""));
  return <input type="hidden" name="requestKey" value={key} suppressHydrationWarning />;
}
