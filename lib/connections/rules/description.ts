import { z } from "zod";
import type { Operation } from "./operations";

type Json = Record<string, unknown>;

/** What every refusal says. */
export const apiErrorSchema = z.strictObject({
  error: z.strictObject({
    code: z.string(),
    message: z.string().describe("Vietnamese, then English in brackets"),
    fields: z.record(z.string(), z.string()).describe("what is wrong of each wrong parameter"),
  }),
});

/** The description of the API (OpenAPI 3.1), made from the schemas that check what comes in and goes out. */
export function describeApi(operations: readonly Operation[], cookieName: string): Json {
  const paths: Record<string, Json> = {};
  for (const operation of operations)
    paths[operation.path] = { ...paths[operation.path], [operation.method]: describedBy(operation) };
  return {
    openapi: "3.1.0",
    info: { title: "Phát triển đảng viên", version: "1" },
    components: {
      securitySchemes: {
        token: { type: "http", scheme: "bearer", description: "A personal access token: reads only." },
        session: { type: "apiKey", in: "cookie", name: cookieName },
      },
      schemas: { Error: plain(z.toJSONSchema(apiErrorSchema)) },
      responses: Object.fromEntries(
        Object.entries(REFUSALS).map(([status, description]) => [
          NAMES[status] ?? status,
          {
            description,
            ...(status === "429" || status === "401" ? { headers: headersOf(status) } : {}),
            content: { "application/json": { schema: { $ref: "#/components/schemas/Error" } } },
          },
        ]),
      ),
    },
    security: [{ token: [] }, { session: [] }],
    paths,
  };
}

const REFUSALS: Record<string, string> = {
  400: "Wrong parameters; `fields` names them.",
  401: "Nobody is signed in, or the token is wrong, expired or revoked.",
  403: "Files come from a page of the application alone.",
  404: "Outside the permissions, the same as not existing.",
  429: "Too many calls, or as many people as one may take away in a day.",
  500: "Something failed here; the server's log tells what.",
};
const NAMES: Record<string, string> = {
  400: "WrongParameters",
  401: "Unknown",
  403: "ForeignOrigin",
  404: "NotFound",
  429: "TooMany",
  500: "Failed",
};

const RATE: Record<string, string> = {
  "RateLimit-Limit": "calls a minute",
  "RateLimit-Remaining": "calls left in this minute",
  "RateLimit-Reset": "seconds until the next minute",
};

const SECURITY: Record<Operation["opensTo"], Json[]> = {
  token: [{ token: [] }, { session: [] }],
  session: [{ session: [] }],
  anybody: [],
};

function describedBy({ summary, inPath, query, takesFile, answer, files, opensTo, method }: Operation): Json {
  const refused = [
    ...(query ? ["400"] : []),
    ...(opensTo === "anybody" ? [] : ["401", "404", "429", "500"]),
    ...(takesFile ? ["403"] : []),
  ];
  return {
    summary,
    security: SECURITY[opensTo],
    parameters: [...inPath.map(pathParameter), ...(query ? queryParameters(query) : [])],
    ...(takesFile
      ? { requestBody: { required: true, content: { "application/octet-stream": { schema: BYTES } } } }
      : {}),
    responses: {
      200: {
        description: summary,
        ...(opensTo === "token" && method === "get" ? { headers: headersOf("200") } : {}),
        content: {
          ...(answer ? { "application/json": { schema: plain(z.toJSONSchema(answer)) } } : {}),
          ...Object.fromEntries(files.map((type) => [type, { schema: BYTES }])),
        },
      },
      ...Object.fromEntries(
        refused.map((status) => [status, { $ref: `#/components/responses/${NAMES[status]}` }]),
      ),
    },
  };
}

const BYTES = { type: "string", contentMediaType: "application/octet-stream" };

const pathParameter = (name: string): Json => ({
  name,
  in: "path",
  required: true,
  schema: { type: "string" },
});

function queryParameters(query: z.ZodType): Json[] {
  const { properties = {}, required = [] } = z.toJSONSchema(query, { io: "input" });
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: "query",
    required: required.includes(name),
    schema,
  }));
}

function headersOf(status: string): Json {
  const headers: Record<string, string> = {
    ...(status === "401" ? {} : RATE),
    ...(status === "429" ? { "Retry-After": "seconds to wait" } : {}),
    ...(status === "401" ? { "WWW-Authenticate": "Bearer" } : {}),
  };
  return Object.fromEntries(
    Object.entries(headers).map(([name, description]) => [
      name,
      { description, schema: { type: status === "401" ? "string" : "integer" } },
    ]),
  );
}

/** A schema within the document, which says its dialect once. */
function plain({ $schema: _dialect, ...schema }: Json): Json {
  return schema;
}
