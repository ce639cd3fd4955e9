import { parseArgs } from "node:util";

/** Wrong usage of a command: exit status 2. */
export class WrongUsage extends Error {
  override name = "WrongUsage";
}

type Options = NonNullable<Parameters<typeof parseArgs>[0]>["options"];

/** Arguments of a command, checked against its options. */
export function readArguments<Given extends Options>(options: Given) {
  try {
    return parseArgs({ options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new WrongUsage(error instanceof Error ? error.message : String(error));
  }
}

/** Runs a command and turns what it throws into an exit status: 2 for wrong usage, 1 for a refusal. */
export async function runCommand(run: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await run();
  } catch (error) {
    const wrong =
      error instanceof WrongUsage ||
      (error instanceof Error && ["WrongSetting", "UnreadableFile"].includes(error.name));
    console.error(error instanceof Error ? (wrong ? error.message : (error.stack ?? error.message)) : error);
    process.exitCode = wrong ? 2 : 1;
  }
}
