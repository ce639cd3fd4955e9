import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { actAs, actAsOperator } from "@/lib/access/acting";
import { setDigest } from "@/lib/access/actions";
import { withScope } from "@/lib/access/gate";
import { loadSelf } from "@/lib/access/queries/self";
import { sendDigests } from "@/lib/digest/send";
import { loadTasks } from "@/lib/pipeline/queries/tasks";
import { addDays } from "@/lib/shared/days";
import { initialFormState } from "@/lib/shared/form-state";
import { aFile, bringIn, UNITS } from "@/tests/support/imports";
import { type MailServer, openMailServer } from "@/tests/support/mail-server";
import { aForm, givenOfficer } from "@/tests/support/organisation";

const asOperator = <T>(run: () => Promise<T>) => actAsOperator("test", run);
const TODAY = "2026-03-02";
const ago = (days: number) => addDays(new Date().toISOString().slice(0, 10), -days);

let mail: MailServer;
const tokens: Record<string, string> = {};

beforeAll(async () => {
  mail = await openMailServer();
  await asOperator(async () => {
    await bringIn("don-vi", aFile(...UNITS));
    await bringIn(
      "ho-so",
      aFile(
        [
          "Mã chi bộ",
          "Họ và tên",
          "Ngày sinh",
          "Giới tính",
          "Ngày giới thiệu",
          "Ngày vào diện cảm tình",
          "Ngày cấp GCN nhận thức",
          "Ngày viết đơn",
        ],
        ["A-1", "Trần Thị Riêng", "12/08/1998", "Nữ", ago(900), ago(880), ago(700), ago(500)],
      ),
    );
    await withScope("account.manage", async (scope) => {
      const unit = async (code: string) =>
        (await scope.db.unit.findUniqueOrThrow({ where: { codeKey: code } })).id;
      tokens.cell = await givenOfficer(scope, "cell", "cellSecretary", await unit("A-1"));
      tokens.idle = await givenOfficer(scope, "idle", "cellSecretary", await unit("A-2"));
      tokens.upper = await givenOfficer(scope, "upper", "upperOfficer", await unit("H"));
      tokens.admin = await givenOfficer(scope, "admin", "accountAdmin", await unit("H"));
    });
  });
});
afterAll(() => mail.close());

beforeEach(() => {
  mail.letters.length = 0;
  mail.refused.clear();
  Object.assign(process.env, {
    DIGEST: "1",
    SMTP_URL: mail.url,
    MAIL_FROM: "pdv@mail.vn",
    APP_URL: "https://pdv.vn",
  });
});

const ask = (who: string, fields: Record<string, string>) =>
  actAs(tokens[who] ?? "", () => setDigest(initialFormState, aForm(fields)));
const wish = (who: string) => ask(who, { wanted: "yes", email: `${who}@mail.vn` });
/** The words of a letter, out of the quoted-printable form in which it travels. */
const words = (text: string) =>
  Buffer.from(
    text
      .replaceAll("=\r\n", "")
      .replaceAll(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    "latin1",
  ).toString("utf8");

test("off by default: nobody can ask for it, and nothing is sent", async () => {
  delete process.env.DIGEST;
  expect((await wish("cell")).fieldErrors[""]).toEqual(["Hệ thống này chưa gửi thư tóm tắt."]);
  expect((await actAs(tokens.cell ?? "", loadSelf)).digest).toBeNull();
  expect(await sendDigests(TODAY)).toBe(0);
});

test("one's own account only, with an address that is one", async () => {
  expect((await ask("cell", { wanted: "yes" })).fieldErrors.email).toHaveLength(1);
  expect(await ask("cell", { wanted: "yes", email: "nobody" })).toMatchObject({
    done: null,
    values: { email: "nobody" },
  });
  expect((await wish("cell")).done).not.toBeNull();
  expect((await actAs(tokens.cell ?? "", loadSelf)).digest).toEqual({ wanted: true, email: "cell@mail.vn" });
  expect((await actAs(tokens.idle ?? "", loadSelf)).digest).toEqual({ wanted: false, email: null });
});

test("each gets its counts once a day, without a name of a person or a unit; who has nothing gets nothing", async () => {
  for (const who of ["cell", "idle", "upper", "admin"]) await wish(who);
  const { groups } = await actAs(tokens.cell ?? "", loadTasks);
  expect(groups.find(({ group }) => group === "overdue")?.count).toBe(1);

  const sent = await Promise.all([sendDigests(TODAY), sendDigests(TODAY)]);
  expect(sent[0] + sent[1]).toBe(2);
  expect(mail.letters.flatMap(({ to }) => to).toSorted()).toEqual(["cell@mail.vn", "upper@mail.vn"]);
  const told = Object.fromEntries(mail.letters.map(({ to, text }) => [to[0], words(text)]));
  expect(told["cell@mail.vn"]).toContain("- Quá hạn: 1 việc");
  expect(told["cell@mail.vn"]).toContain("https://pdv.vn");
  expect(told["upper@mail.vn"]).toContain("1 trong 3 đơn vị trực thuộc đang trễ.");
  for (const text of Object.values(told)) expect(text).not.toMatch(/Riêng|thôn|xã|huyện/);

  expect(await sendDigests(TODAY), "the same day again").toBe(0);
  expect(await sendDigests(addDays(TODAY, 1)), "the day after").toBe(2);
});

test("a letter that is refused is tried again, and keeps nobody else waiting", async () => {
  const day = addDays(TODAY, 7);
  mail.refused.add("cell@mail.vn");
  expect(await sendDigests(day)).toBe(1);
  mail.refused.clear();
  expect(await sendDigests(day)).toBe(1);
  expect(mail.letters.flatMap(({ to }) => to)).toEqual(["upper@mail.vn", "cell@mail.vn"]);
});

test("who wants it no longer gets none", async () => {
  await ask("cell", { email: "cell@mail.vn" });
  await sendDigests(addDays(TODAY, 14));
  expect(mail.letters.flatMap(({ to }) => to)).toEqual(["upper@mail.vn"]);
});
