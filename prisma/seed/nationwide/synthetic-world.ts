import { actAsOperator } from "@/lib/access/acting";
import { WORLD_ACCOUNTS } from "../accounts";
import { openAccounts } from "../demo";
import { makeWorld } from "./make-world";
import { countUnits, WORLD_SIZES } from "./size";

/** A synthetic province or country in an empty database, with an account at each level; `say` hears how far it is. */
export async function makeSyntheticWorld(
  ownerUrl: string,
  world: keyof typeof WORLD_SIZES,
  say: (step: string) => void,
): Promise<void> {
  const size = WORLD_SIZES[world];
  const begun = performance.now();
  const tell = (step: string) => say(`${((performance.now() - begun) / 1000).toFixed(0)} s: ${step}`);
  tell(`${countUnits(size)} units, ${size.admitted} admitted, ${size.onTheWay} on the way`);
  await makeWorld(ownerUrl, size, tell);
  await actAsOperator("seed", () => openAccounts(WORLD_ACCOUNTS));
  tell("done");
}
