"use server";

import { notFound, redirect } from "next/navigation";
import { settings } from "@/lib/platform/env";
import { requireSameOrigin } from "./origin";
import { setSessionCookie } from "./session";
import { signInTrusted } from "./sign-in";

/** Signs in as a person of the demo world with one press; does not exist outside the demo. */
export async function enterDemo(login: string): Promise<void> {
  if (!settings().demo) notFound();
  await requireSameOrigin();
  const token = await signInTrusted(login);
  if (!token) notFound();
  await setSessionCookie(token);
  redirect("/");
}
