import { randomBytes } from "node:crypto";
import { userInfo } from "node:os";
import { actAs, actAsOperator } from "@/lib/access/acting";
import { openSessionOf } from "@/lib/access/repository/operator";
import { WrongUsage } from "./arguments";

/** Acts as the account (`--as`) within its permissions, or else as the operator of the machine. */
export async function actFor<T>(login: string | undefined, run: () => Promise<T>): Promise<T> {
  const operator = operatorName();
  if (login === undefined) return actAsOperator(operator, run);

  const token = randomBytes(32).toString("base64url");
  const opened = await actAsOperator(operator, () => openSessionOf(login, token));
  if (!opened) throw new WrongUsage(`There is no account "${login}" that may sign in.`);
  return actAs(token, run);
}

function operatorName(): string {
  try {
    return `operator ${userInfo().username}`;
  } catch {
    return "operator";
  }
}
