import type { SeedUnit } from "../units";

/**
 * The 60 base organisations of Krông Pắc: quota assigned for 2024, people admitted by 4-5-2024 and members
 * on 31-12-2023. The article names four of them and the totals 57/246/275; the others are made up so that
 * 58 units were given 271 together.
 */
export type BaseOrganisation = {
  code: string;
  name: string;
  type: string;
  kind: SeedUnit["kind"];
  quota: number | null;
  admitted: number;
  members: number;
};

const commune = (
  code: string,
  name: string,
  quota: number,
  admitted: number,
  members: number,
): BaseOrganisation => ({
  code,
  name: `Đảng bộ ${name}`,
  type: name.startsWith("thị trấn") ? "thị trấn" : "xã",
  kind: "Đảng bộ cơ sở",
  quota,
  admitted,
  members,
});

const committee = (
  code: string,
  name: string,
  type: string,
  quota: number,
  admitted: number,
  members: number,
) => ({
  ...commune(code, name, quota, admitted, members),
  type,
});

const cell = (
  code: string,
  name: string,
  quota: number | null,
  admitted: number,
  members: number,
  type = "cơ quan",
) => ({
  code,
  name: `Chi bộ ${name}`,
  type,
  kind: "Chi bộ cơ sở" as const,
  quota,
  admitted,
  members,
});

const WITHOUT_ADMISSION: [code: string, name: string, type?: string][] = [
  ["NCT", "Trường THPT Nguyễn Công Trứ", "trường học"],
  ["QTR", "Trường THPT Quang Trung", "trường học"],
  ["GDTX", "Trung tâm Giáo dục thường xuyên", "trường học"],
  ["VPHU", "Văn phòng Huyện ủy"],
  ["BTC", "Ban Tổ chức Huyện ủy"],
  ["BTG", "Ban Tuyên giáo Huyện ủy"],
  ["UBKT", "Ủy ban Kiểm tra Huyện ủy"],
  ["MTTQ", "Ủy ban Mặt trận Tổ quốc huyện"],
  ["PNU", "Hội Liên hiệp Phụ nữ huyện"],
  ["HND", "Hội Nông dân huyện"],
  ["CCB", "Hội Cựu chiến binh huyện"],
  ["LDLD", "Liên đoàn Lao động huyện"],
  ["NVU", "Phòng Nội vụ"],
  ["TCKH", "Phòng Tài chính - Kế hoạch"],
  ["NNPT", "Phòng Nông nghiệp và Phát triển nông thôn"],
  ["TNMT", "Phòng Tài nguyên và Môi trường"],
  ["LDTB", "Phòng Lao động - Thương binh và Xã hội"],
  ["TPH", "Phòng Tư pháp"],
  ["KTHT", "Phòng Kinh tế và Hạ tầng"],
  ["TTRA", "Thanh tra huyện"],
  ["TAND", "Tòa án nhân dân huyện"],
  ["THUE", "Chi cục Thuế"],
  ["THADS", "Chi cục Thi hành án dân sự"],
  ["KBAC", "Kho bạc Nhà nước huyện"],
  ["CSXH", "Ngân hàng Chính sách xã hội", "doanh nghiệp nhà nước"],
  ["BHXH", "Bảo hiểm xã hội huyện"],
  ["DLUC", "Điện lực Krông Pắc", "doanh nghiệp nhà nước"],
];

export const BASE_ORGANISATIONS: BaseOrganisation[] = [
  cell("LHP", "Trường THPT Lê Hồng Phong", 3, 7, 41, "trường học"),
  cell("BDV", "Ban Dân vận Huyện ủy", 1, 1, 9),
  cell("PTQD", "Trung tâm Phát triển quỹ đất", 1, 1, 14, "đơn vị sự nghiệp"),
  cell("HDOAN", "Huyện Đoàn", 1, 1, 11),
  cell("VKS", "Viện Kiểm sát nhân dân", 1, 1, 16),
  cell("VHTT", "Phòng Văn hóa và Thông tin", 1, 1, 12),
  commune("EAYONG", "xã Ea Yông", 10, 6, 402),
  cell("VPUB", "Văn phòng HĐND và UBND", 2, 1, 29),
  cell("NHNN", "Ngân hàng NN và PTNT", 2, 1, 24, "doanh nghiệp nhà nước"),
  cell("PDP", "Trường THPT Phan Đình Phùng", 2, 1, 37, "trường học"),
  cell("TKP", "Trường THPT Krông Pắc", 3, 1, 44, "trường học"),
  cell("GDDT", "Phòng Giáo dục và Đào tạo", 3, 1, 18),
  committee("CPPA", "Công ty Cà phê Phước An", "doanh nghiệp nhà nước", 3, 1, 130),
  commune("HOAAN", "xã Hòa An", 11, 3, 349),
  commune("EAKENH", "xã Ea Kênh", 12, 3, 371),
  committee("CAH", "Công an huyện", "công an", 8, 2, 190),
  commune("EAP", "xã Ea Phê", 18, 4, 601),
  commune("EAKNUEC", "xã Ea Knuếc", 14, 3, 448),
  commune("EAKLY", "xã Ea Kly", 15, 3, 496),
  committee("TTYT", "Trung tâm Y tế huyện", "đơn vị sự nghiệp", 5, 1, 120),
  committee("QSH", "Quân sự huyện", "quân đội", 5, 1, 95),
  commune("PHUOCAN", "thị trấn Phước An", 22, 4, 862),
  commune("KRONGBUK", "xã Krông Búk", 11, 2, 358),
  commune("EAKUANG", "xã Ea Kuăng", 12, 2, 352),
  commune("HOADONG", "xã Hòa Đông", 13, 2, 422),
  commune("EAUY", "xã Ea Uy", 8, 1, 260),
  commune("HOATIEN", "xã Hòa Tiến", 9, 1, 287),
  commune("TANTIEN", "xã Tân Tiến", 10, 1, 301),
  commune("VUBON", "xã Vụ Bổn", 11, 0, 318),
  commune("EAHIU", "xã Ea Hiu", 9, 0, 243),
  commune("EAYIENG", "xã Ea Yiêng", 5, 0, 180),
  ...WITHOUT_ADMISSION.map(([code, name, type], place) => cell(code, name, place < 13 ? 2 : 1, 0, 19, type)),
  cell("TTCT", "Trung tâm Chính trị huyện", null, 0, 6, "đơn vị sự nghiệp"),
  cell("TKN", "Trạm Khuyến nông", null, 0, 10, "đơn vị sự nghiệp"),
];

/** Cells that the story names; the rest of a committee's cells are numbered. */
export const NAMED_CELLS: Record<string, { name: string; type: string }[]> = {
  EAP: [
    { name: "Chi bộ thôn Phước Trạch 1", type: "thôn/tổ dân phố" },
    { name: "Chi bộ thôn Phước Trạch 2", type: "thôn/tổ dân phố" },
    { name: "Chi bộ thôn Phước Lộc 1", type: "thôn/tổ dân phố" },
    { name: "Chi bộ thôn Phước Lộc 2", type: "thôn/tổ dân phố" },
    { name: "Chi bộ thôn Phước Lợi", type: "thôn/tổ dân phố" },
    { name: "Chi bộ buôn Phê", type: "thôn/tổ dân phố" },
    { name: "Chi bộ buôn Puăn A", type: "thôn/tổ dân phố" },
    { name: "Chi bộ thôn Phước Thọ 1", type: "thôn/tổ dân phố" },
    { name: "Chi bộ thôn Phước Thọ 2", type: "thôn/tổ dân phố" },
    { name: "Chi bộ Trường THCS Ea Phê", type: "trường học" },
    { name: "Chi bộ Trạm Y tế Ea Phê", type: "đơn vị sự nghiệp" },
    { name: "Chi bộ Công an xã Ea Phê", type: "công an" },
  ],
  EAYONG: [
    { name: "Chi bộ buôn Pan", type: "thôn/tổ dân phố" },
    { name: "Chi bộ thôn Tân Lập 3", type: "thôn/tổ dân phố" },
    { name: "Chi bộ buôn Ea Yông A", type: "thôn/tổ dân phố" },
    { name: "Chi bộ buôn Ea Yông B", type: "thôn/tổ dân phố" },
  ],
  PHUOCAN: Array.from({ length: 12 }, (_, place) => ({
    name: `Chi bộ tổ dân phố ${place + 1}`,
    type: "thôn/tổ dân phố",
  })),
};
