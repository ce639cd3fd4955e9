import "server-only";
import { cookies, headers } from "next/headers";
import { decode } from "next-auth/jwt";
import { appSecret } from "@/lib/platform/env";

/** The cookie holds our session token, encrypted by next-auth, and nothing that could lie. */
export const SESSION_COOKIE = "pdv.session";

/** The session token of this request: of the cookie, or of `Authorization: Bearer`; null without one. */
export async function sessionToken(): Promise<string | null> {
  const authorization = (await headers()).get("authorization");
  if (authorization?.startsWith("Bearer ")) return authorization.slice("Bearer ".length);

  const cookie = (await cookies()).get(SESSION_COOKIE)?.value;
  if (!cookie) return null;
  const claims = await decode({ token: cookie, secret: appSecret() }).catch(() => null);
  return typeof claims?.sessionToken === "string" ? claims.sessionToken : null;
}
