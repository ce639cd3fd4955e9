import type { Doer, Outcome, Topic } from "@/lib/briefings/rules/briefing";
import { addDays, type PlainDate } from "@/lib/shared/days";

/** Somebody raised something: the place of the unit among those beneath, first is 0. */
export type ToldDifficulty = { unit: number; topic: Topic; words: string; settledOn?: PlainDate };

/** Something was agreed: with a unit, or with all (null). `report`: its doer has told that it is done. */
export type ToldCommitment = {
  unit: number | null;
  doer: Doer;
  words: string;
  dueOn: PlainDate;
  report?: string;
  /** What the next briefing found of it. */
  next?: { outcome: Outcome; dueOn: PlainDate | null; note: string | null };
};

export type ToldBriefing = {
  heldOn: PlainDate;
  /** Places of the units that did not come. */
  absent: number[];
  difficulties: ToldDifficulty[];
  commitments: ToldCommitment[];
};

/** The briefings of a committee, in the order of their days, recorded by its officer. */
export type ToldCommittee = {
  login: string;
  unit: string;
  place: string;
  ledBy: string;
  /** Who of the committee looks after the units, from a day on: the first after the first, and round again. */
  caretakers: { from: PlainDate; names: string[] };
  briefings: ToldBriefing[];
};

type Next = NonNullable<ToldCommitment["next"]>;
const done = (note: string): Next => ({ outcome: "done", dueOn: null, note });
const carried = (dueOn: PlainDate): Next => ({ outcome: "carried", dueOn, note: null });

/** Xuân Lôi meets its cells each month as the article says (S0); Ea Phê and Krông Pắc have begun to. */
export function demoBriefings(today: PlainDate): ToldCommittee[] {
  const ago = (days: number): PlainDate => addDays(today, -days);
  return [
    {
      login: "xuanloi",
      unit: "XUANLOI",
      place: "Hội trường Ủy ban nhân dân xã",
      ledBy: "Bí thư Đảng ủy Trần Hùng Vượng",
      caretakers: {
        from: "2021-01-15",
        names: [
          "Trần Hùng Vượng, Bí thư Đảng ủy",
          "Nguyễn Thị Lan Anh, Phó Bí thư Thường trực",
          "Trần Văn Quyết, Ủy viên Ban Thường vụ",
          "Khổng Minh Tuấn, Ủy viên Ban Chấp hành",
          "Đỗ Thị Nhàn, Ủy viên Ban Chấp hành",
        ],
      },
      briefings: [
        {
          heldOn: "2021-05-06",
          absent: [11],
          difficulties: [
            {
              unit: 0,
              topic: "noSource",
              words: "Thôn ít thanh niên, 6 tháng chưa giới thiệu được ai",
              settledOn: "2021-06-04",
            },
            {
              unit: 4,
              topic: "awayForWork",
              words: "Đoàn viên ưu tú đi làm công ty, khó dự họp",
              settledOn: "2021-08-05",
            },
          ],
          commitments: [
            {
              unit: 0,
              doer: "unit",
              words: "Cùng chi đoàn thôn rà soát, giới thiệu ít nhất 1 quần chúng",
              dueOn: "2021-06-03",
              next: done("Đã giới thiệu 1 quần chúng"),
            },
            {
              unit: null,
              doer: "committee",
              words: "Đề nghị huyện mở lớp nhận thức vào buổi tối",
              dueOn: "2021-05-31",
              next: done("Huyện đã đưa vào kế hoạch quý III"),
            },
          ],
        },
        {
          heldOn: "2021-06-04",
          absent: [],
          difficulties: [
            {
              unit: 8,
              topic: "papers",
              words: "Thẩm tra lý lịch ở tỉnh ngoài chậm có kết quả",
              settledOn: "2021-07-05",
            },
            {
              unit: 13,
              topic: "helpers",
              words: "Chi bộ ít đảng viên, chưa phân công được người giúp đỡ",
              settledOn: "2021-08-05",
            },
          ],
          commitments: [
            {
              unit: 8,
              doer: "committee",
              words: "Gửi công văn nhắc nơi thẩm tra",
              dueOn: "2021-06-30",
              next: done("Đã có kết quả thẩm tra"),
            },
          ],
        },
        {
          heldOn: "2021-07-05",
          absent: [2, 16],
          difficulties: [
            {
              unit: 5,
              topic: "awareness",
              words: "Quần chúng ngại thủ tục, chưa có nguyện vọng",
              settledOn: "2021-08-05",
            },
          ],
          commitments: [
            {
              unit: 5,
              doer: "unit",
              words: "Cử đảng viên gần gũi, trò chuyện với từng quần chúng được chọn",
              dueOn: "2021-08-05",
              next: done("Hai quần chúng đã có nguyện vọng"),
            },
          ],
        },
        { heldOn: "2021-08-05", absent: [], difficulties: [], commitments: [] },
        {
          heldOn: ago(44),
          absent: [9],
          difficulties: [
            {
              unit: 2,
              topic: "class",
              words: "Hai quần chúng chờ lớp nhận thức từ đầu năm",
              settledOn: ago(14),
            },
          ],
          commitments: [
            {
              unit: 2,
              doer: "committee",
              words: "Đăng ký 2 chỗ trong lớp nhận thức gần nhất",
              dueOn: ago(16),
              next: done("Đã đăng ký đủ 2 chỗ"),
            },
          ],
        },
        {
          heldOn: ago(14),
          absent: [],
          difficulties: [
            { unit: 6, topic: "noSource", words: "Trong thôn chỉ còn người cao tuổi" },
            { unit: 10, topic: "awayForWork", words: "Thanh niên đi làm ăn xa, mỗi năm về một lần" },
          ],
          commitments: [
            {
              unit: 6,
              doer: "unit",
              words: "Tìm nguồn trong hội viên phụ nữ và nông dân",
              dueOn: addDays(today, 16),
            },
            {
              unit: 10,
              doer: "unit",
              words: "Gặp 3 thanh niên dịp về quê",
              dueOn: ago(2),
            },
          ],
        },
      ],
    },
    {
      login: "dangvu",
      unit: "EAP",
      place: "Phòng họp Đảng ủy xã",
      ledBy: "Bí thư Đảng ủy Nguyễn Văn Hòa",
      caretakers: {
        from: "2023-02-01",
        names: [
          "Nguyễn Văn Hòa, Bí thư Đảng ủy",
          "Y Thắng Niê, Phó Bí thư Thường trực",
          "Lê Thị Hạnh, Ủy viên Ban Thường vụ",
        ],
      },
      briefings: [
        {
          heldOn: ago(47),
          absent: [3],
          difficulties: [
            { unit: 1, topic: "class", words: "Quần chúng làm rẫy, không học được lớp ban ngày" },
            { unit: 7, topic: "noSource", words: "Chưa tìm được quần chúng trẻ", settledOn: ago(17) },
          ],
          commitments: [
            {
              unit: 1,
              doer: "committee",
              words: "Đề nghị Trung tâm Chính trị mở lớp buổi tối",
              dueOn: ago(20),
              next: carried(addDays(today, 20)),
            },
            {
              unit: 7,
              doer: "unit",
              words: "Họp với chi đoàn để chọn 2 đoàn viên ưu tú",
              dueOn: ago(18),
              next: done("Đã chọn 2 đoàn viên"),
            },
          ],
        },
        {
          heldOn: ago(17),
          absent: [],
          difficulties: [{ unit: 4, topic: "papers", words: "Hai hồ sơ chờ xác nhận của nơi ở cũ" }],
          commitments: [
            {
              unit: 4,
              doer: "unit",
              words: "Đến nơi ở cũ lấy xác nhận cho hai hồ sơ",
              dueOn: ago(3),
              report: "Đã lấy xác nhận của một hồ sơ, hồ sơ còn lại hẹn tuần sau",
            },
            { unit: 10, doer: "unit", words: "Giới thiệu ít nhất 1 quần chúng", dueOn: addDays(today, 13) },
          ],
        },
      ],
    },
    {
      login: "huyenuy",
      unit: "KRONGPAC",
      place: "Hội trường Huyện ủy",
      ledBy: "Bí thư Huyện ủy Trần Hồng Tiến",
      caretakers: {
        from: "2024-01-10",
        names: [
          "Trần Hồng Tiến, Bí thư Huyện ủy",
          "Trần Văn Tuyến, Trưởng Ban Tổ chức Huyện ủy",
          "H'Loan Ayŭn, Ủy viên Ban Thường vụ",
          "Phạm Văn Dũng, Ủy viên Ban Thường vụ",
        ],
      },
      briefings: [
        {
          heldOn: "2024-05-04",
          absent: [],
          difficulties: [
            { unit: 2, topic: "noSource", words: "Kết quả ở thôn, buôn chưa cao", settledOn: "2024-12-20" },
            {
              unit: 5,
              topic: "procedure",
              words: "Chi ủy mới, chưa nắm chắc quy trình",
              settledOn: "2024-06-30",
            },
          ],
          commitments: [
            {
              unit: null,
              doer: "committee",
              words: "Tập huấn quy trình kết nạp cho chi ủy các cơ sở",
              dueOn: "2024-06-30",
              next: done("Đã tập huấn hai lớp"),
            },
          ],
        },
        { heldOn: "2024-07-03", absent: [], difficulties: [], commitments: [] },
        {
          heldOn: ago(24),
          absent: [1],
          difficulties: [{ unit: 8, topic: "class", words: "Còn người chờ lớp nhận thức" }],
          commitments: [
            {
              unit: 8,
              doer: "committee",
              words: "Mở thêm một lớp nhận thức theo cụm",
              dueOn: addDays(today, 30),
            },
          ],
        },
      ],
    },
  ];
}
