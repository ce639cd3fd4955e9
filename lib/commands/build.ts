import { runNext } from "./child";

process.exitCode = await runNext(["build"]);
