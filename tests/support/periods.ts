import { actAs, actAsOperator } from "@/lib/access/acting";
import { type UnitScope, withScope } from "@/lib/access/gate";
import { snapshotFile } from "@/lib/periods/export/file";
import { loadSnapshot, loadSnapshots } from "@/lib/periods/queries/snapshots";
import { type SnapshotFormat, snapshotsAddress } from "@/lib/periods/schema";
import { initialFormState } from "@/lib/shared/form-state";
import type { AnyAction } from "./calls";
import { aForm, givenOfficer, givenUnits } from "./organisation";
import { givenCandidates } from "./people";

/** Tokens of officers by login. */
export type Tokens = Record<
  "province" | "second" | "upper" | "base" | "cell1" | "cell2" | "next" | "viewer",
  string
>;

/** A province with a district, a commune and two cells, next to it another district; and who was admitted in 2024. */
export function givenProvince(): Promise<Tokens> {
  return actAsOperator("test", () =>
    withScope("account.manage", async (scope) => {
      const ids = await givenUnits(scope, [
        { code: "T" },
        { code: "H", parent: "T", kind: "UPPER" },
        { code: "A", parent: "H", kind: "BASE_COMMITTEE" },
        { code: "A-1", parent: "A", kind: "CELL" },
        { code: "A-2", parent: "A", kind: "CELL" },
        { code: "H2", parent: "T", kind: "UPPER" },
      ]);
      const at = (code: string) => ids.get(code) ?? 0;
      await givenCandidates(scope, [
        { unit: at("A-1"), name: "Nguyễn Thị Một", ...admitted("2024-01-20") },
        { unit: at("A-1"), name: "Trần Văn Hai", ...admitted("2024-02-15") },
        { unit: at("A-2"), name: "Lê Thị Ba", introducedOn: "2024-01-05" },
      ]);
      return {
        province: await givenOfficer(scope, "province", "provinceOfficer", at("T")),
        second: await givenOfficer(scope, "second", "provinceOfficer", at("T")),
        upper: await givenOfficer(scope, "upper", "upperOfficer", at("H")),
        base: await givenOfficer(scope, "base", "baseOfficer", at("A")),
        cell1: await givenOfficer(scope, "cell1", "cellSecretary", at("A-1")),
        cell2: await givenOfficer(scope, "cell2", "cellSecretary", at("A-2")),
        next: await givenOfficer(scope, "next", "upperOfficer", at("H2")),
        viewer: await givenOfficer(scope, "viewer", "viewer", at("H")),
      };
    }),
  );
}

export const admitted = (day: string) => ({
  introducedOn: "2023-05-01",
  certifiedOn: "2023-08-01",
  appliedOn: "2023-09-01",
  decidedOn: day,
  admittedOn: day,
});

/** Sends a form as an officer. */
export const send = (token: string, action: unknown, fields: Record<string, string | string[]>) =>
  actAs(token, () => (action as AnyAction)(initialFormState, aForm(fields)));

/** As the machine's operator. */
export const asOperator = <T>(run: (scope: UnitScope) => Promise<T>): Promise<T> =>
  actAsOperator("test", () => withScope("account.manage", run));

/** The id of the latest snapshot that an officer sees. */
export const latestSnapshot = async (token: string): Promise<string> =>
  (await actAs(token, () => loadSnapshots(snapshotsAddress.parse({})))).snapshots[0]?.id ?? "";

/** The bytes of a snapshot's file. */
export const bytesOf = async (token: string, id: string, format: SnapshotFormat): Promise<Buffer> => {
  const file = await snapshotFile(await actAs(token, () => loadSnapshot(id)), format);
  return Buffer.from(await new Response(file.body).arrayBuffer());
};
