import { expect, type Page, test } from "@playwright/test";
import { signIn } from "./support/sign-in";

const today = new Date();
/** A day so many days ago, as people type it. */
const ago = (days: number): string =>
  new Intl.DateTimeFormat("en-GB", {
    timeZone: "Asia/Ho_Chi_Minh",
    day: "2-digit",
    month: "2-digit",
    year: "numeric",
  }).format(new Date(today.getTime() - days * 86_400_000));
/** The same date a year later: the end of a probation. */
const yearAfter = (typed: string): string => `${typed.slice(0, 6)}${Number(typed.slice(6)) + 1}`;

type Form = {
  kind: string;
  fields?: Record<string, string>;
  select?: Record<string, string>;
  pick?: string[];
  tick?: string[];
  button: string;
  of?: string;
};

/** A label as it stands, with or without "(không bắt buộc)". */
const named = (label: string) =>
  new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}( \\(không bắt buộc\\))?$`);

/** Fills a step's form by its labels and sends it. */
async function fill(page: Page, address: string, form: Form): Promise<void> {
  await page.goto(`${address}/record/${form.kind}${form.of ? `?of=${form.of}` : ""}`);
  for (const [label, value] of Object.entries(form.select ?? {}))
    await page.getByLabel(label, { exact: true }).selectOption(value);
  for (const words of form.pick ?? []) await page.getByText(words, { exact: true }).click();
  for (const words of form.tick ?? []) await page.getByLabel(words, { exact: true }).check();
  for (const [label, value] of Object.entries(form.fields ?? {}))
    await page.getByLabel(named(label)).and(page.locator("input, textarea")).fill(value);
  await page.getByRole("button", { name: form.button, exact: true }).click();
}

async function record(page: Page, address: string, form: Form): Promise<void> {
  await fill(page, address, form);
  await page.waitForURL(/done=/);
}

const votes = (convened: number, agreed: number) => ({
  "Được triệu tập": String(convened),
  "Có mặt": String(convened),
  "Tán thành": String(agreed),
  "Không tán thành": String(convened - agreed),
});

/** Enters a person and answers the address of the dossier. */
async function enter(page: Page, name: string, introducedOn: string, readmission = false): Promise<string> {
  await page.goto("/pipeline/new");
  await page.getByLabel("Họ và tên").fill(name);
  await page.getByLabel("Ngày sinh").fill("12/08/1985");
  await page.getByText("Nam", { exact: true }).click();
  await page.getByLabel("Giáo dục phổ thông").selectOption("upperSecondary");
  await page.getByLabel("Ngày giới thiệu").fill(introducedOn);
  if (readmission) await page.getByLabel("Xét kết nạp lại").check();
  await page.getByRole("button", { name: "Ghi người này" }).click();
  await page.waitForURL(/\/pipeline\/[0-9a-f-]{36}/);
  return new URL(page.url()).pathname;
}

/** From the list of sympathisers to the certificate. */
async function prepare(page: Page, address: string, start: number, mark: string): Promise<void> {
  await record(page, address, {
    kind: "sympathiserRecognised",
    fields: { "Ngày nghị quyết": ago(start), "Số nghị quyết": `${mark}-NQ/CB` },
    button: "Ghi nghị quyết cảm tình",
  });
  await record(page, address, {
    kind: "helperAssigned",
    fields: { "Đảng viên giúp đỡ": "Nguyễn Văn Bình", "Ngày phân công": ago(start) },
    button: "Phân công giúp đỡ",
  });
  await record(page, address, {
    kind: "certified",
    fields: { "Số giấy chứng nhận": `${mark}/GCN`, "Ngày cấp": ago(start - 30) },
    button: "Ghi giấy chứng nhận",
  });
  await record(page, address, {
    kind: "applied",
    fields: { "Ngày viết đơn": ago(start - 60) },
    button: "Ghi đơn xin vào Đảng",
  });
}

/** Introduction by two members, verification as a whole, and both opinions. */
async function papers(page: Page, address: string, day: number): Promise<void> {
  await record(page, address, {
    kind: "referred",
    pick: ["Hai đảng viên chính thức"],
    fields: {
      "Đảng viên giới thiệu": "Nguyễn Văn Bình",
      "Đảng viên giới thiệu thứ hai": "Lê Thị Hoa",
      "Ngày giới thiệu": ago(day),
    },
    button: "Ghi giới thiệu",
  });
  await record(page, address, {
    kind: "verified",
    pick: ["Đạt"],
    fields: { "Ngày có kết quả": ago(day) },
    button: "Ghi kết quả thẩm tra",
  });
  for (const from of ["Đoàn thể nơi sinh hoạt", "Chi ủy nơi cư trú"])
    await record(page, address, {
      kind: "opinionCollected",
      pick: [from],
      fields: { "Ngày có ý kiến": ago(day) },
      button: "Ghi ý kiến",
    });
}

test("a whole life by the roles that act: a vote that fails, every target verified, recognised a year after", async ({
  page,
}) => {
  test.setTimeout(240_000);
  await signIn(page, "bithu");
  const address = await enter(page, "Hoàng Văn Trọn Vẹn", ago(1100));
  await prepare(page, address, 1000, "E01");

  await test.step("the CV names its targets, each is verified or waived", async () => {
    await record(page, address, {
      kind: "cvDeclared",
      tick: ["Vợ hoặc chồng"],
      fields: { "Ngày khai lý lịch": ago(930) },
      button: "Ghi ngày khai lý lịch",
    });
    await signIn(page, "dangvu");
    await record(page, address, {
      kind: "sealed",
      fields: { "Ngày đóng dấu giáp lai": ago(928) },
      button: "Ghi đóng dấu giáp lai",
    });
    await signIn(page, "bithu");
    for (const of of ["self", "parents"]) {
      await record(page, address, {
        kind: "verificationSent",
        of,
        fields: { "Ngày gửi": ago(920) },
        button: "Ghi gửi thẩm tra",
      });
      await record(page, address, {
        kind: "verificationReturned",
        of,
        pick: ["Đạt"],
        fields: { "Ngày có kết quả": ago(890) },
        button: "Ghi kết quả thẩm tra",
      });
    }
    await fill(page, address, {
      kind: "verificationWaived",
      of: "spouse",
      fields: { "Ngày đối chiếu": ago(885) },
      button: "Ghi miễn thẩm tra",
    });
    await expect(page.getByRole("alert").first()).toContainText(
      "Chỉ miễn thẩm tra khi người thân là đảng viên",
    );
    await page.getByLabel(/Người thân là đảng viên/).check();
    await page.getByRole("button", { name: "Ghi miễn thẩm tra" }).click();
    await page.waitForURL(/done=/);
  });

  await record(page, address, {
    kind: "referred",
    pick: ["Hai đảng viên chính thức"],
    fields: {
      "Đảng viên giới thiệu": "Nguyễn Văn Bình",
      "Đảng viên giới thiệu thứ hai": "Lê Thị Hoa",
      "Ngày giới thiệu": ago(880),
    },
    button: "Ghi giới thiệu",
  });
  await record(page, address, {
    kind: "cellCommented",
    fields: { "Ngày nhận xét (mục 25 của lý lịch)": ago(878) },
    button: "Ghi nhận xét của chi bộ",
  });
  await signIn(page, "dangvu");
  await record(page, address, {
    kind: "certificationGiven",
    pick: ["Đủ điều kiện"],
    fields: { "Ngày chứng nhận": ago(875) },
    button: "Ghi chứng nhận lý lịch",
  });
  await signIn(page, "bithu");
  for (const from of ["Đoàn thể nơi sinh hoạt", "Chi ủy nơi cư trú"])
    await record(page, address, {
      kind: "opinionCollected",
      pick: [from],
      fields: { "Ngày có ý kiến": ago(870) },
      button: "Ghi ý kiến",
    });

  await test.step("a first vote falls short and moves nobody on, a second one passes", async () => {
    await fill(page, address, {
      kind: "cellVoted",
      fields: { "Ngày họp": ago(850), "Số nghị quyết": "E02-NQ/CB", ...votes(15, 9) },
      button: "Ghi biểu quyết",
    });
    await page.getByRole("button", { name: "Ghi là chưa đủ phiếu" }).click();
    await page.waitForURL(/done=/);
    await expect(page.getByText("Việc tiếp theo").locator("..")).toContainText("Chi bộ họp xét kết nạp");
    await record(page, address, {
      kind: "cellVoted",
      fields: { "Ngày họp": ago(820), "Số nghị quyết": "E03-NQ/CB", ...votes(15, 10) },
      button: "Ghi biểu quyết",
    });
  });

  await signIn(page, "dangvu");
  await record(page, address, {
    kind: "baseVoted",
    fields: { "Ngày họp": ago(810), "Số nghị quyết": "E04-NQ/ĐU", ...votes(15, 15) },
    button: "Ghi biểu quyết",
  });
  await record(page, address, {
    kind: "submitted",
    fields: { "Ngày trình": ago(805) },
    button: "Ghi ngày trình",
  });
  await signIn(page, "huyenuy");
  await record(page, address, {
    kind: "decided",
    fields: { "Số quyết định": "E05-QĐ/HU", "Ngày quyết định": ago(790) },
    button: "Ghi quyết định",
  });
  await signIn(page, "bithu");
  const ceremony = ago(780);
  await record(page, address, {
    kind: "admitted",
    fields: { "Ngày lễ kết nạp": ceremony, "Đảng viên giúp đỡ thời gian dự bị": "Lê Thị Hoa" },
    button: "Ghi lễ kết nạp",
  });

  await test.step("the papers of the probation, and recognition from the day it ended", async () => {
    await fill(page, address, {
      kind: "recognitionVoted",
      fields: { "Ngày họp": ago(405), "Số nghị quyết": "E06-NQ/CB", ...votes(15, 15) },
      button: "Ghi kết quả họp",
    });
    await expect(page.getByRole("alert").first()).toContainText("Chưa có bản tự kiểm điểm");
    await record(page, address, {
      kind: "newMemberCertified",
      fields: { "Số giấy chứng nhận": "E07/ĐVM", "Ngày cấp": ago(600) },
      button: "Ghi giấy chứng nhận",
    });
    await record(page, address, { kind: "selfReviewed", button: "Ghi bản tự kiểm điểm" });
    await record(page, address, {
      kind: "helperReported",
      fields: { "Ngày nhận xét": ago(412) },
      button: "Ghi nhận xét của người giúp đỡ",
    });
    for (const from of ["Đoàn thể nơi sinh hoạt", "Chi ủy nơi cư trú"])
      await record(page, address, {
        kind: "probationOpinionCollected",
        pick: [from],
        fields: { "Ngày có ý kiến": ago(410) },
        button: "Ghi ý kiến",
      });
    await record(page, address, {
      kind: "recognitionVoted",
      fields: { "Ngày họp": ago(405), "Số nghị quyết": "E06-NQ/CB", ...votes(15, 15) },
      button: "Ghi kết quả họp",
    });
    await signIn(page, "dangvu");
    await record(page, address, {
      kind: "recognitionBaseVoted",
      fields: { "Ngày họp": ago(400), "Số nghị quyết": "E08-NQ/ĐU", ...votes(15, 15) },
      button: "Ghi biểu quyết",
    });
    await signIn(page, "huyenuy");
    await fill(page, address, {
      kind: "recognised",
      fields: {
        "Số quyết định": "E09-QĐ/HU",
        "Ngày quyết định": ago(390),
        "Công nhận từ ngày": ago(390),
      },
      button: "Ghi công nhận",
    });
    await expect(page.getByRole("alert").first()).toContainText("Công nhận tính từ ngày hết 12 tháng dự bị");
    await page.getByLabel("Công nhận từ ngày", { exact: true }).fill(yearAfter(ceremony));
    await page.getByRole("button", { name: "Ghi công nhận" }).click();
    await page.waitForURL(/done=/);
    await expect(page.getByText(`Tuổi Đảng tính từ ngày ${ago(790)}`)).toBeVisible();
  });
});

test("papers of more than twelve months are refused, renewed, and accepted", async ({ page }) => {
  test.setTimeout(120_000);
  await signIn(page, "bithu");
  const address = await enter(page, "Hoàng Văn Quá Hạn", ago(900));
  await prepare(page, address, 800, "E11");
  await papers(page, address, 600);
  const vote: Form = {
    kind: "cellVoted",
    fields: { "Ngày họp": ago(30), "Số nghị quyết": "E12-NQ/CB", ...votes(15, 15) },
    button: "Ghi biểu quyết",
  };
  await fill(page, address, vote);
  await expect(page.getByRole("alert").first()).toContainText("Hồ sơ quá 12 tháng");
  await record(page, address, {
    kind: "dossierRenewed",
    fields: { "Ngày bổ sung": ago(60) },
    button: "Ghi bổ sung hồ sơ",
  });
  await fill(page, address, vote);
  for (const words of ["Chưa có người giới thiệu", "Chưa thẩm tra xong lý lịch", "Thiếu ý kiến nhận xét"])
    await expect(page.getByRole("alert").first()).toContainText(words);
  await papers(page, address, 50);
  await record(page, address, vote);
});

test("who moves in the middle is seen by the new cell alone, which assigns a helper and goes on", async ({
  page,
}) => {
  test.setTimeout(120_000);
  await signIn(page, "bithu");
  const address = await enter(page, "Hoàng Văn Chuyển Đi", ago(500));
  await prepare(page, address, 400, "E21");
  await page.goto(`${address}/record/transferred`);
  await page.getByLabel("Chi bộ nơi đến").fill("EAP-08");
  await page.getByLabel("Ngày giấy giới thiệu", { exact: true }).fill(ago(10));
  await page.getByLabel("Ngày chuyển công tác, học tập, cư trú", { exact: true }).fill(ago(20));
  await page.getByRole("button", { name: "Ghi chuyển đi" }).click();
  await expect(page.getByRole("alert").first()).toContainText(
    "Thiếu giấy chứng nhận hoặc công văn giới thiệu",
  );
  await page.getByLabel("Số giấy", { exact: false }).fill("14-CV/ĐU");
  await page.getByRole("button", { name: "Ghi chuyển đi" }).click();
  await expect(page.getByText("Chi bộ nơi đến sẽ tiếp nhận hồ sơ")).toBeVisible();
  expect((await page.goto(address))?.status(), "the cell it left").toBe(404);

  await signIn(page, "bithu2");
  await page.goto(address);
  await expect(page.getByText("Tiếp nhận người chuyển đến").first()).toBeVisible();
  await record(page, address, {
    kind: "transferReceived",
    fields: { "Ngày nộp giấy ở nơi mới": ago(5) },
    button: "Ghi tiếp nhận",
  });
  await expect(page.getByText("Chưa phân công.").first()).toBeVisible();
  await record(page, address, {
    kind: "helperAssigned",
    fields: { "Đảng viên giúp đỡ": "Y Blin Niê", "Ngày phân công": ago(4) },
    button: "Phân công giúp đỡ",
  });
  await expect(page.getByText("Y Blin Niê").first()).toBeVisible();
});

test("each bar to a re-admission is named", async ({ page }) => {
  test.setTimeout(120_000);
  await signIn(page, "bithu");
  const address = await enter(page, "Hoàng Văn Trở Lại", ago(300), true);
  await page.goto(address);
  await expect(
    page.getByText("Kết nạp lại: hãy ghi ngày và lý do ra khỏi Đảng lần trước.").first(),
  ).toBeVisible();
  const left = async (reason: string, leftOn: string, more: Partial<Form> = {}) => {
    await record(page, address, {
      kind: "formerMembership",
      select: { "Lý do ra khỏi Đảng": reason },
      fields: { "Ngày ra khỏi Đảng": leftOn, "Ngày ghi": ago(200) },
      button: "Ghi lần vào Đảng trước",
      ...more,
    });
  };
  for (const [reason, words] of [
    ["abandoned", "Tự bỏ sinh hoạt đảng: không thuộc đối tượng"],
    ["askedToLeave", "Tự xin ra khỏi Đảng: không thuộc đối tượng"],
    ["disunity", "Gây mất đoàn kết nội bộ nghiêm trọng: không thuộc đối tượng"],
    ["corruption", "Án hình sự về tham nhũng: không thuộc đối tượng"],
    ["seriousCrime", "Án hình sự từ tội nghiêm trọng trở lên: không thuộc đối tượng"],
  ] as const) {
    await left(reason, "01/01/2010");
    await expect(page.getByText(words).first()).toBeVisible();
  }
  await left("otherReason", ago(700));
  await expect(page.getByText("Chưa đủ 36 tháng để xét kết nạp lại").first()).toBeVisible();
  await left("otherReason", "01/01/2010", { tick: ["Đã từng được kết nạp lại"] });
  await expect(page.getByText("Đã kết nạp lại một lần").first()).toBeVisible();
  await left("otherReason", "01/01/2010");
  await expect(page.getByText("không thuộc đối tượng")).toHaveCount(0);
});

test("a probation is prolonged within what the province allows, and ends in a removal", async ({ page }) => {
  test.setTimeout(120_000);
  await signIn(page, "bithu");
  await page.goto("/pipeline/new/arrival");
  await page.getByLabel("Họ và tên").fill("Hoàng Văn Dự Bị");
  await page.getByLabel("Ngày sinh").fill("12/08/1985");
  await page.getByText("Nam", { exact: true }).click();
  await page.getByLabel("Nơi chuyển đi").fill("Đảng bộ phường 3, thành phố Đà Nẵng");
  await page.getByLabel("Giấy tờ đi kèm").selectOption("member");
  for (const [label, value] of [
    ["Số giấy", "77-GT/ĐU"],
    ["Ngày giấy giới thiệu", ago(100)],
    ["Ngày chuyển", ago(110)],
    ["Ngày giới thiệu", ago(900)],
    ["Quyết định kết nạp", ago(420)],
    ["Số quyết định kết nạp", "E31-QĐ/QU"],
    ["Lễ kết nạp", ago(410)],
  ] as const)
    await page.getByLabel(label).and(page.locator("input")).first().fill(value);
  await page.getByRole("button", { name: "Ghi người chuyển đến" }).click();
  await page.waitForURL(/done=transferred/);
  const address = new URL(page.url()).pathname;
  await record(page, address, {
    kind: "transferReceived",
    fields: { "Ngày nộp giấy ở nơi mới": ago(95) },
    button: "Ghi tiếp nhận",
  });
  const prolong = (months: string): Form => ({
    kind: "probationExtended",
    fields: {
      "Số nghị quyết": "E32-NQ/CB",
      "Ngày nghị quyết": ago(30),
      "Số tháng kéo dài": months,
      "Lý do": "vi phạm chưa đến mức kỷ luật",
    },
    button: "Ghi kéo dài dự bị",
  });
  await fill(page, address, prolong("13"));
  await expect(page.getByRole("alert").first()).toContainText("không quá 12 tháng");
  await record(page, address, prolong("6"));
  await fill(page, address, prolong("7"));
  await expect(page.getByRole("alert").first()).toContainText("ở đây là 13 tháng");

  const close: Form = {
    kind: "closed",
    select: { "Lý do": "removed" },
    fields: { "Ngày đóng": ago(5) },
    button: "Đóng hồ sơ",
  };
  await fill(page, address, close);
  await expect(page.getByRole("alert").first()).toContainText("Chi bộ chưa biểu quyết đề nghị xóa tên");
  await record(page, address, {
    kind: "removalVoted",
    fields: { "Ngày họp": ago(10), "Số nghị quyết": "E33-NQ/CB", ...votes(15, 12) },
    button: "Ghi biểu quyết xóa tên",
  });
  await signIn(page, "huyenuy");
  await record(page, address, close);
  await expect(page.getByText(/Hồ sơ đã đóng ngày .*: xóa tên/)).toBeVisible();
});

test("all faults of a dossier stand on its page at once, each as a sentence with its article", async ({
  page,
}) => {
  await signIn(page, "bithu");
  await page.goto("/pipeline/new");
  await page.getByLabel("Họ và tên").fill("Hoàng Văn Mười Hai");
  await page.getByLabel("Ngày sinh").fill("12/08/2004");
  await page.getByText("Nam", { exact: true }).click();
  await page.getByLabel("Giáo dục phổ thông").selectOption("primary");
  await page.getByLabel("Tôn giáo", { exact: true }).selectOption("catholicism");
  await page.getByLabel("Đoàn viên", { exact: true }).selectOption("no");
  await page.getByLabel("Hôn nhân với người nước ngoài").selectOption("yes");
  await page.getByLabel("Ngày giới thiệu").fill(ago(100));
  await page.getByLabel("Xét kết nạp lại").check();
  await page.getByRole("button", { name: "Ghi người này" }).click();
  await page.waitForURL(/\/pipeline\/[0-9a-f-]{36}/);
  for (const sentence of [
    "Chưa hoàn thành chương trình THCS; hãy chọn trường hợp đặc biệt và ghi căn cứ.",
    "Kết nạp lại: hãy ghi ngày và lý do ra khỏi Đảng lần trước.",
    "Người có đạo: phải có văn bản đồng ý của cấp ủy cấp trên trực tiếp trước khi làm thủ tục.",
    "Vợ hoặc chồng là người nước ngoài: chưa ghi văn bản theo hướng dẫn riêng.",
    "Chưa có nghị quyết chi bộ đưa quần chúng vào diện cảm tình Đảng.",
    "Chưa phân công đảng viên chính thức theo dõi, giúp đỡ.",
    "Chưa có giấy chứng nhận học lớp bồi dưỡng nhận thức về Đảng.",
    "Chưa có đơn xin vào Đảng và lý lịch tự khai.",
    "Chưa có người giới thiệu: cần 2 đảng viên chính thức, hoặc Đoàn (công đoàn) cơ sở và 1 đảng viên chính thức.",
    "Trong độ tuổi thanh niên, nơi có tổ chức Đoàn: người vào Đảng phải là đoàn viên.",
    "Chưa thẩm tra xong lý lịch.",
    "Thiếu ý kiến nhận xét của đoàn thể nơi sinh hoạt.",
    "Thiếu ý kiến nhận xét của chi ủy nơi cư trú.",
  ])
    await expect(page.getByText(sentence).first()).toBeVisible();
});
