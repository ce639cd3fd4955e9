/** Called by the framework once per server process. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { startSealer } = await import("./lib/access/sealer");
  startSealer();
  const { startForgetting } = await import("./lib/imports/forget");
  startForgetting();
  const { startDigest } = await import("./lib/digest/timer");
  startDigest();
  const { startReorganisations } = await import("./lib/reorganisation/due");
  startReorganisations();
}
