import { existsSync } from "node:fs";
import { settings } from "@/lib/platform/env";
import { withDatabase } from "@/lib/platform/with-database";
import { runNext } from "./child";

if (existsSync(`${process.env.NEXT_DIST_DIR ?? ".next"}/BUILD_ID`)) {
  process.exitCode = await withDatabase((environment) =>
    runNext(["start", "-p", String(settings().port)], environment),
  );
} else {
  console.error("There is no build yet. Run `npm run build` first.");
  process.exitCode = 1;
}
