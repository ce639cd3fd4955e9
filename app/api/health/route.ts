/** Tells a balancer that this process answers; says nothing else. */
export function GET() {
  return Response.json({ ok: true }, { headers: { "Cache-Control": "no-store" } });
}
