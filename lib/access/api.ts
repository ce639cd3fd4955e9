import "server-only";
import type { z } from "zod";
import { now } from "@/lib/platform/clock";
import { signInQuery } from "@/lib/platform/database";
import { inBoth } from "@/lib/shared/two-languages";
import { actWithAccessToken } from "./acting";
import { CALL_LIMITS } from "./limits";
import { ForeignOrigin, requireSameOrigin } from "./origin";
import { PeopleBudgetSpent } from "./people-budget";
import { senderOf } from "./sender";
import { sessionToken } from "./session";

/** What every refusal of the API says (formats.md §3). */
export type ApiError = { code: string; message: string; fields: Record<string, string> };

type Answer<Context> = (request: Request, context: Context) => Promise<Response>;

/**
 * The wrapper of every GET under /api/v1 but the description: a personal access token or the browser's session, not too many calls,
 * then `answer`; nobody is 401, outside the permissions 404, too many calls 429, all in one shape. A token is
 * known here and nowhere else: pages and actions ask the cookie.
 */
export function defineRead<Context = unknown>(answer: Answer<Context>): Answer<Context> {
  return async (request, context) => {
    const accessToken = bearerOf(request);
    const session = accessToken === null ? await sessionToken() : null;
    return answered(request, { accessToken, session }, () => answer(request, context));
  };
}

/** The wrapper of every POST under /api/v1: a file from a page of ours, by the browser's session alone. */
export function defineUpload(answer: (request: Request) => Promise<Response>): Answer<unknown> {
  return async (request) => {
    const session = await sessionToken();
    return answered(request, { accessToken: null, session }, async () => {
      await requireSameOrigin();
      return answer(request);
    });
  };
}

type Caller = { accessToken: string | null; session: string | null };

async function answered(request: Request, caller: Caller, run: () => Promise<Response>): Promise<Response> {
  return admitted(request, caller, run).catch((error: unknown) => refusalOf(error, caller.accessToken));
}

async function admitted(
  request: Request,
  { accessToken, session }: Caller,
  run: () => Promise<Response>,
): Promise<Response> {
  if (accessToken === null && session === null) return unknownCaller(null);
  const admission = await admit(request, accessToken, session);
  if (admission.state === "unknown") return unknownCaller(accessToken);

  const rate = rateHeaders(admission);
  if (admission.state === "tooMany")
    return refusal(429, "tooManyCalls", inBoth("Gọi quá nhiều lần.", "Too many calls."), {
      ...rate,
      "Retry-After": String(admission.reset),
    });
  const unreadable = unreadableFields(request);
  const response =
    unreadable === null
      ? await (accessToken === null ? run() : actWithAccessToken(accessToken, run)).catch((error: unknown) =>
          refusalOf(error, accessToken),
        )
      : wrongParameters(unreadable);
  for (const [name, value] of Object.entries(rate)) response.headers.set(name, value);
  response.headers.set("Cache-Control", "no-store");
  return response;
}

/** Parameters with a character no text of the database can hold; null: none. */
function unreadableFields(request: Request): Record<string, string> | null {
  const unreadable = [...new URL(request.url).searchParams].filter(([, value]) => value.includes("\0"));
  if (unreadable.length === 0) return null;
  return Object.fromEntries(unreadable.map(([name]) => [name, "holds a character that is no text"]));
}

/** A refusal in the shape of the API, its message `inBoth` languages; `fields` names the parameters that are wrong. */
export function refusal(
  status: number,
  code: string,
  message: string,
  headers: Record<string, string> = {},
  fields: Record<string, string> = {},
): Response {
  const error: ApiError = { code, message, fields };
  return Response.json({ error }, { status, headers: { "Cache-Control": "no-store", ...headers } });
}

/** Wrong parameters: 400, with what is wrong of each in English. */
export function wrongParameters(fields: Record<string, string>): Response {
  const told = Object.entries(fields).map(([name, english]) => [name, inBoth("Chưa đúng.", english)]);
  const message = inBoth("Tham số chưa đúng.", "The parameters are wrong.");
  return refusal(400, "wrongParameters", message, {}, Object.fromEntries(told));
}

/** Parameters that are not those of a description: each with its own sentence. */
export function wrongQuery({ issues }: z.ZodError): Response {
  return wrongParameters(Object.fromEntries(issues.map(({ path, message }) => [path.join("."), message])));
}

type Admission = {
  state: "admitted" | "tooMany" | "unknown";
  most: number;
  remaining: number;
  reset: number;
};

/** A token that was put where it does not belong, in an address, is not written to the log. */
const TOKEN = /pdv_[\w-]+/g;

async function admit(request: Request, token: string | null, session: string | null): Promise<Admission> {
  const { pathname, search } = new URL(request.url);
  const { perToken, perAccount, unknownPerAddress } = CALL_LIMITS;
  const [admission] = await signInQuery<Admission>(
    "SELECT * FROM sec.admit_call($1, $2, $3, $4, $5, $6, $7)",
    [
      token,
      session,
      senderOf(request.headers),
      `${pathname}${search}`.replaceAll(TOKEN, "pdv_…").slice(0, 400),
      perToken,
      perAccount,
      unknownPerAddress,
    ],
  );
  return admission ?? { state: "unknown", most: 0, remaining: 0, reset: 0 };
}

function rateHeaders({ most, remaining, reset }: Admission): Record<string, string> {
  return {
    "RateLimit-Limit": String(most),
    "RateLimit-Remaining": String(Math.max(0, remaining)),
    "RateLimit-Reset": String(reset),
  };
}

/** The token of `Authorization: Bearer`; null without one. */
function bearerOf(request: Request): string | null {
  const authorization = request.headers.get("authorization") ?? "";
  return /^Bearer\b/i.test(authorization) ? authorization.slice("Bearer".length).trim() : null;
}

function unknownCaller(accessToken: string | null): Response {
  return accessToken === null
    ? refusal(401, "signedOut", inBoth("Hãy đăng nhập lại.", "Not signed in."), {
        "WWW-Authenticate": "Bearer",
      })
    : refusal(
        401,
        "unknownToken",
        inBoth("Mã kết nối sai, hết hạn hoặc đã thu hồi.", "The token is wrong, expired or revoked."),
        { "WWW-Authenticate": 'Bearer error="invalid_token"' },
      );
}

const SECONDS_A_DAY = 86_400;
/** Asia/Ho_Chi_Minh is seven hours ahead all year. */
const AHEAD = 7 * 3600;

function secondsToTomorrow(): number {
  const seconds = Math.floor(now().getTime() / 1000) + AHEAD;
  return SECONDS_A_DAY - (seconds % SECONDS_A_DAY);
}

/** What was thrown on the way, as an answer; what nobody expected goes to the log of the server, not to the caller. */
function refusalOf(error: unknown, accessToken: string | null): Response {
  if (error instanceof PeopleBudgetSpent)
    return refusal(429, "peopleBudgetSpent", error.message, { "Retry-After": String(secondsToTomorrow()) });
  if (error instanceof ForeignOrigin)
    return refusal(403, "foreignOrigin", inBoth("Tệp phải gửi từ trang của phần mềm này.", error.message));
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : "";
  if (digest.startsWith("NEXT_HTTP_ERROR_FALLBACK;404"))
    return refusal(
      404,
      "notFound",
      inBoth("Không có, hoặc ngoài phạm vi.", "Not found, or outside your permissions."),
    );
  if (digest.startsWith("NEXT_REDIRECT;")) return unknownCaller(accessToken);
  console.error(error);
  return refusal(500, "failed", inBoth("Hệ thống gặp lỗi; hãy thử lại sau.", "Something failed here."));
}
