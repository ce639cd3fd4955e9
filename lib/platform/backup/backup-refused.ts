/** Why a backup was not made or not restored; the message says what to do. */
export class BackupRefused extends Error {
  override name = "BackupRefused";
}
