import "server-only";
import NextAuth, { type NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { appSecret, settings } from "@/lib/platform/env";
import { sessionCookie } from "./session";
import { signInTrusted, signInWith } from "./sign-in";

const HOURS_12 = 12 * 60 * 60;

/**
 * The road of next-auth: the same credentials, and OpenID Connect where it is set. Its encrypted cookie is
 * the one the sign-in form sets, and holds our session token only; `/api/auth/session` does not tell it.
 */
function options(): NextAuthOptions {
  const { oidc } = settings();
  const { name, secure } = sessionCookie();
  return {
    secret: appSecret(),
    session: { strategy: "jwt", maxAge: HOURS_12 },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    cookies: { sessionToken: { name, options: { httpOnly: true, sameSite: "lax", path: "/", secure } } },
    providers: [
      CredentialsProvider({
        credentials: { login: {}, password: {} },
        async authorize(given, request) {
          const forwarded = request.headers?.["x-forwarded-for"];
          const answer = await signInWith(
            given?.login ?? "",
            given?.password ?? "",
            typeof forwarded === "string" ? forwarded : "direct",
          );
          return "token" in answer ? { id: answer.token } : null;
        },
      }),
      ...(oidc ? [openIdProvider(oidc)] : []),
    ],
    callbacks: {
      async signIn({ user, account, profile }) {
        if (account?.provider !== "oidc") return true;
        const claims = profile as { preferred_username?: string; email?: string } | undefined;
        const token = await signInTrusted(claims?.preferred_username ?? claims?.email ?? "");
        if (token) user.id = token;
        return token !== null;
      },
      jwt: ({ token, user }) => (user ? { sessionToken: user.id } : token),
      session: ({ session }) => ({ expires: session.expires }),
    },
  };
}

function openIdProvider({
  issuer,
  clientId,
  clientSecret,
}: {
  issuer: string;
  clientId: string;
  clientSecret: string;
}) {
  return {
    id: "oidc",
    name: "OpenID Connect",
    type: "oauth" as const,
    wellKnown: `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
    clientId,
    clientSecret,
    idToken: true,
    checks: ["pkce" as const, "state" as const],
    authorization: { params: { scope: "openid profile email" } },
    profile: (profile: { sub: string }) => ({ id: profile.sub }),
  };
}

type Context = { params: Promise<{ nextauth: string[] }> };

/** Handles `/api/auth/*`. */
export async function handleAuth(request: Request, context: Context): Promise<Response> {
  return NextAuth(options())(request, context);
}
