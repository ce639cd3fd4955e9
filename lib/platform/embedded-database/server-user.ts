import { spawnSync } from "node:child_process";

/** Who runs the server: `ids` is empty when it is whoever runs the application. */
export type ServerUser = { ids: { uid?: number; gid?: number } };

const ACCOUNT = "postgres";

function idOf(option: "-u" | "-g"): number | null {
  const { status, stdout } = spawnSync("id", [option, ACCOUNT], { encoding: "utf8" });
  return status === 0 ? Number(stdout.trim()) : null;
}

function createAccount(): void {
  const attempts: [string, string[]][] = [
    ["useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/bin/false", ACCOUNT]],
    ["adduser", ["-S", "-D", "-H", "-s", "/bin/false", ACCOUNT]],
  ];
  for (const [command, options] of attempts) {
    if (spawnSync(command, options, { stdio: "ignore" }).status === 0) return;
  }
}

/** PostgreSQL refuses to run as root; then it runs as the system user `postgres`, made when there is none. */
export function serverUser(): ServerUser {
  if (process.getuid?.() !== 0) return { ids: {} };

  if (idOf("-u") === null) createAccount();
  const uid = idOf("-u");
  const gid = idOf("-g");
  if (uid === null || gid === null) {
    throw new Error(
      "As root, PostgreSQL needs the system user `postgres`, which could not be made. Run: useradd -r postgres",
    );
  }
  return { ids: { uid, gid } };
}

/** Whether that user can get into a folder and write there. */
export function canUse({ ids }: ServerUser, folder: string): boolean {
  if (ids.uid === undefined) return true;
  const { status } = spawnSync("/bin/sh", ["-c", 'cd -- "$1" && test -w .', "sh", folder], {
    ...ids,
    cwd: "/",
    stdio: "ignore",
  });
  return status === 0;
}
