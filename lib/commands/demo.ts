import { settings } from "@/lib/platform/env";
import { withDatabase } from "@/lib/platform/with-database";
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from "@/prisma/seed/accounts";
import { ensureDemoWorld } from "@/prisma/seed/demo";
import { runNext } from "./child";

/** `--built`: serve the build that is there already, as the browser tests do. */
const built = process.argv.includes("--built");

process.exitCode =
  (built ? 0 : await runNext(["build"])) ||
  (await withDatabase(async (environment) => {
    await ensureDemoWorld((step) => console.error(step));
    console.error(
      [
        "",
        `The demo is at ${settings().appUrl}`,
        `Accounts, all with the password ${DEMO_PASSWORD} (the sign-in page shows them too):`,
        ...DEMO_ACCOUNTS.map(({ login, name, what }) => `  ${login.padEnd(10)} ${name} — ${what}`),
        "",
      ].join("\n"),
    );
    return runNext(["start", "-p", String(settings().port)], { ...environment, DEMO: "1" });
  }));
