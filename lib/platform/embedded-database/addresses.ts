import type { DatabasePasswords } from "./secrets";

/** The name of the application's database on the embedded server. */
export const DATABASE = "pdv";

/** The address of one login role on the embedded server. */
export const addressOf = (role: string, password: string, port: number, database = DATABASE): string =>
  `postgresql://${role}:${password}@127.0.0.1:${port}/${database}`;

/** The two addresses an application needs: its own role's and the owner's. */
export type DatabaseUrls = { appUrl: string; ownerUrl: string };

/** Both addresses of a database on the embedded server at a port. */
export const urlsAt = (
  port: number,
  { app, owner }: DatabasePasswords,
  database = DATABASE,
): DatabaseUrls => ({
  appUrl: addressOf("app", app, port, database),
  ownerUrl: addressOf("owner", owner, port, database),
});
