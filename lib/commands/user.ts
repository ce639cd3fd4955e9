import { readFileSync } from "node:fs";
import { withScope } from "@/lib/access/gate";
import { hashPassword, oneTimePassword, passwordFault } from "@/lib/access/password";
import { ROLES, type Role } from "@/lib/access/policy";
import {
  findAccountByLogin,
  findAccounts,
  saveAccount,
  saveAssignment,
  saveLock,
  saveMustChange,
  savePasswordHash,
} from "@/lib/access/repository/accounts";
import { findUnitOfCode } from "@/lib/access/repository/units";
import { withDatabase } from "@/lib/platform/with-database";
import { actFor } from "./acting";
import { readArguments, runCommand, WrongUsage } from "./arguments";

const USAGE = `npm run user -- add --login <login> --name <name> --role <role> --unit <code> [--password-stdin]
npm run user -- list | lock --login <login> | unlock --login <login> | reset-password --login <login> [--password-stdin]
Roles: ${ROLES.join(", ")}. Without --password-stdin a one-time password is made and printed.`;

await runCommand(async () => {
  const text = { type: "string" } as const;
  const { values, positionals } = readArguments({
    login: text,
    name: text,
    role: text,
    unit: text,
    phone: text,
    "password-stdin": { type: "boolean", default: false },
  });
  const [what, ...rest] = positionals;
  if (!what || rest.length > 0) throw new WrongUsage(USAGE);
  const needed = (name: "login" | "name" | "role" | "unit"): string => {
    const value = values[name];
    if (!value) throw new WrongUsage(`--${name} is missing.\n${USAGE}`);
    return value;
  };
  const password = (login: string) => givenPassword(login, values["password-stdin"]);
  return withDatabase(() => actFor(undefined, () => run(what, needed, password, values.phone ?? null)));
});

type Needed = (name: "login" | "name" | "role" | "unit") => string;
type Password = { text: string; made: boolean };

function run(
  what: string,
  needed: Needed,
  password: (login: string) => Password,
  phone: string | null,
): Promise<number> {
  switch (what) {
    case "list":
      return list();
    case "add":
      return add(needed, password(needed("login")), phone);
    case "lock":
    case "unlock":
      return lock(needed("login"), what === "lock");
    case "reset-password":
      return reset(needed("login"), password(needed("login")));
    default:
      throw new WrongUsage(USAGE);
  }
}

function list(): Promise<number> {
  return withScope("account.manage", async (scope) => {
    for (const { login, name, locked, hats } of await findAccounts(scope)) {
      process.stdout.write(
        `${login}\t${name}\t${locked ? "locked" : "open"}\t${hats.replaceAll("|", " at ")}\n`,
      );
    }
    return 0;
  });
}

function add(needed: Needed, password: Password, phone: string | null): Promise<number> {
  const [login, name, role, code] = [needed("login"), needed("name"), needed("role"), needed("unit")];
  if (!ROLES.includes(role as Role)) throw new WrongUsage(`There is no role "${role}".\n${USAGE}`);
  return withScope("account.manage", async (scope) => {
    const unit = await findUnitOfCode(scope, code);
    if (!unit) return refuse(`There is no unit "${code}".`);
    const accountId = await saveAccount(scope, {
      login,
      name,
      phone,
      unitId: unit.id,
      mustChangePassword: password.made,
    });
    if (!accountId) return refuse(`The login "${login}" is taken.`);
    await saveAssignment(scope, {
      accountId,
      role: role as Role,
      unitId: unit.id,
      from: scope.today,
      until: null,
      delegatedBy: null,
    });
    await savePasswordHash(scope, accountId, await hashPassword(password.text));
    return done(`The account ${login} is open.`, password);
  });
}

function lock(login: string, locked: boolean): Promise<number> {
  return withScope("account.manage", async (scope) => {
    const account = await findAccountByLogin(scope, login);
    if (!account || !(await saveLock(scope, account.id, locked)))
      return refuse(`There is no account "${login}".`);
    console.error(locked ? `${login} is locked; its sessions have ended.` : `${login} may sign in again.`);
    return 0;
  });
}

function reset(login: string, password: Password): Promise<number> {
  return withScope("account.manage", async (scope) => {
    const account = await findAccountByLogin(scope, login);
    if (!account || !(await savePasswordHash(scope, account.id, await hashPassword(password.text))))
      return refuse(`There is no account "${login}".`);
    if (password.made) await saveMustChange(scope, account.id);
    return done(`${login} has a new password.`, password);
  });
}

function givenPassword(login: string, fromInput: boolean): Password {
  if (!fromInput) return { text: oneTimePassword(), made: true };
  const text = readFileSync(0, "utf8").replace(/\r?\n$/, "");
  if (passwordFault(text, login))
    throw new WrongUsage("The password is too short, repeats itself or contains the login.");
  return { text, made: false };
}

function done(message: string, password: Password): number {
  console.error(message);
  if (password.made) process.stdout.write(`${password.text}\n`);
  return 0;
}

function refuse(message: string): number {
  console.error(message);
  return 1;
}
