import type { ReactNode } from "react";
import { HatCard } from "@/components/shell/hat-card";
import { WorkspaceFrame } from "@/components/shell/workspace-frame";
import { loadShell } from "@/lib/organisation/queries/shell";
import { settings } from "@/lib/platform/env";
import { followReorganisations } from "@/lib/reorganisation/due";

/** The frame around every page. It guards nothing: each page's own load asks the gate. */
export default async function WorkspaceLayout({ children }: { children: ReactNode }) {
  const { role, name, home, unit, until } = await loadShell();
  await followReorganisations();

  return (
    <WorkspaceFrame
      role={role}
      home={home}
      unit={unit}
      demo={settings().demo}
      hat={<HatCard name={name} role={role} until={until} />}
    >
      {children}
    </WorkspaceFrame>
  );
}
