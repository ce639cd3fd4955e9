import type { NextRequest } from "next/server";
import { currentActor } from "@/lib/access/gate";
import { loadChildRows, loadFoundUnits, loadSiblings } from "@/lib/organisation/queries/tree";

const NO_STORE = { headers: { "cache-control": "no-store" } };

/**
 * `?query=`: up to 20 units of the actor's range by name or code, accents aside, as
 * `[{ code, name, kind, ancestors }]`; `?beside=<code>`: those beside a unit, itself among them.
 * `?beneath=<code>`: the rows beneath a unit of the tree.
 */
export async function GET(request: NextRequest): Promise<Response> {
  if ((await currentActor()) === null) {
    const error = { code: "signedOut", message: "Hãy đăng nhập lại.", fields: {} };
    return Response.json({ error }, { status: 401, ...NO_STORE });
  }
  const { searchParams } = request.nextUrl;
  const beneath = searchParams.get("beneath");
  if (beneath !== null) return Response.json(await loadChildRows(beneath), NO_STORE);
  const beside = searchParams.get("beside");
  if (beside !== null) return Response.json(await loadSiblings(beside), NO_STORE);
  return Response.json(await loadFoundUnits((searchParams.get("query") ?? "").slice(0, 200)), NO_STORE);
}
