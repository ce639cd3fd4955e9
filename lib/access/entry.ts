"use server";

import { randomBytes } from "node:crypto";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { isUuid } from "@/lib/shared/uuid";
import { withScope } from "./gate";
import { requireSameOrigin } from "./origin";
import { saveHatSwitch } from "./repository/self";
import { senderOf } from "./sender";
import { clearSessionCookie, sessionToken, setSessionCookie } from "./session";
import { endSession, signInWith } from "./sign-in";

/** What the sign-in form shows again: the login as typed, and one sentence. */
export type EntryState = { login: string; refused: string | null };

/** Signs in; the sentence does not say which of login and password was wrong. */
export async function signIn(_previous: EntryState, form: FormData): Promise<EntryState> {
  await requireSameOrigin();
  const login = textOf(form, "login").trim();
  const answer = await signInWith(login, textOf(form, "password"), senderOf(await headers()));
  if ("refused" in answer) {
    return {
      login,
      refused:
        answer.refused === "tooMany"
          ? "Đã nhập sai nhiều lần. Hãy đợi 15 phút rồi thử lại."
          : "Tên đăng nhập hoặc mật khẩu không đúng, hoặc tài khoản đang khóa.",
    };
  }
  await setSessionCookie(answer.token);
  redirect(safePath(textOf(form, "next")));
}

export async function signOut(): Promise<void> {
  await requireSameOrigin();
  const token = await sessionToken();
  if (token) await endSession(token);
  await clearSessionCookie();
  redirect("/sign-in");
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}

/** Only a path of this application; anything else leads home. */
function safePath(path: string): string {
  return /^\/(?![/\\])/.test(path) && !path.startsWith("/sign-in") ? path : "/";
}

/** Puts on another hat of one's own and opens its home. */
export async function switchHat(form: FormData): Promise<void> {
  await requireSameOrigin();
  const old = await sessionToken();
  const token = randomBytes(32).toString("base64url");
  const hat = textOf(form, "hat");
  const switched =
    old !== null &&
    isUuid(hat) &&
    (await withScope("self", (scope) => saveHatSwitch(scope, old, token, hat)));
  if (switched) await setSessionCookie(token);
  redirect("/");
}
