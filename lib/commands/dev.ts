import { settings } from "@/lib/platform/env";
import { withDatabase } from "@/lib/platform/with-database";
import { runNext } from "./child";

process.exitCode = await withDatabase((environment) =>
  runNext(["dev", "-p", String(settings().port)], environment),
);
