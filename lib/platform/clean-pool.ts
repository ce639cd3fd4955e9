import pg from "pg";

type Answer = (error: Error | undefined, client: pg.PoolClient | undefined, release: () => void) => void;

/**
 * A pool that never hands out a connection inside somebody else's transaction. The driver adapter can
 * give one back that way (a ROLLBACK that failed); such a connection is closed and another one taken.
 */
export class CleanPool extends pg.Pool {
  override connect(): Promise<pg.PoolClient>;
  override connect(answer: Answer): void;
  override connect(answer?: Answer): Promise<pg.PoolClient> | undefined {
    const client = this.cleanClient();
    if (!answer) return client;
    client.then(
      (connected) => answer(undefined, connected, () => connected.release()),
      (error: Error) => answer(error, undefined, () => undefined),
    );
    return undefined;
  }

  private async cleanClient(): Promise<pg.PoolClient> {
    for (;;) {
      const client = await super.connect();
      if (client.getTransactionStatus() === "I") return client;
      client.release(true);
    }
  }
}
