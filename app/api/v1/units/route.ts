import { defineRead, wrongQuery } from "@/lib/access/api";
import { loadChildRows, loadFoundUnits, loadSiblings, loadUnitPage } from "@/lib/organisation/queries/tree";
import { unitsQuery } from "@/lib/organisation/schema/answers";

/**
 * The open units of the range, page by page; or `?query=`: up to 20 of them by name or code, accents aside,
 * `?beside=<code>`: those beside a unit, itself among them, `?beneath=<code>`: the rows beneath a unit.
 */
export const GET = defineRead(async (request) => {
  const asked = unitsQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success) return wrongQuery(asked.error);
  const { query, beside, beneath, ...page } = asked.data;
  if (beneath !== undefined) return Response.json(await loadChildRows(beneath));
  if (beside !== undefined) return Response.json(await loadSiblings(beside));
  if (query !== undefined) return Response.json(await loadFoundUnits(query));
  return Response.json(await loadUnitPage(page));
});
