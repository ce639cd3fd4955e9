import "server-only";
import { cookies } from "next/headers";
import { decode, encode } from "next-auth/jwt";
import { appSecret, settings } from "@/lib/platform/env";

const HOURS_12 = 12 * 60 * 60;

/** The cookie holds our session token, encrypted by next-auth, and nothing that could lie. */
export function sessionCookie(): { name: string; secure: boolean } {
  const secure = settings().appUrl.startsWith("https:");
  return { name: secure ? "__Host-pdv.session" : "pdv.session", secure };
}

/** The session token in the cookie of this request; null without one. `Authorization` opens calls of the API alone. */
export async function sessionToken(): Promise<string | null> {
  const cookie = (await cookies()).get(sessionCookie().name)?.value;
  if (!cookie) return null;
  const claims = await decode({ token: cookie, secret: appSecret() }).catch(() => null);
  return typeof claims?.sessionToken === "string" ? claims.sessionToken : null;
}

/** Gives the browser its session; a new token at each sign-in and change of hat. */
export async function setSessionCookie(token: string): Promise<void> {
  const { name, secure } = sessionCookie();
  const value = await encode({ token: { sessionToken: token }, secret: appSecret(), maxAge: HOURS_12 });
  (await cookies()).set(name, value, {
    httpOnly: true,
    sameSite: "lax",
    secure,
    path: "/",
    maxAge: HOURS_12,
  });
}

export async function clearSessionCookie(): Promise<void> {
  (await cookies()).delete(sessionCookie().name);
}
