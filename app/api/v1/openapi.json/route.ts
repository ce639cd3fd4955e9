import { sessionCookie } from "@/lib/access/session";
import { describeApi } from "@/lib/connections/rules/description";
import { OPERATIONS } from "@/lib/connections/rules/operations";

/** The description of the API, generated from the schemas that check it. */
export function GET() {
  return Response.json(describeApi(OPERATIONS, sessionCookie().name));
}
