import type { Role } from "@/lib/access/policy";

/** A sign-in of the demo: who, in which role, where. */
export type DemoAccount = {
  login: string;
  name: string;
  role: Role;
  /** Code of the unit; of an officer of the Youth Union, of the organisation in its tree. */
  unit: string;
  what: string;
  onSignInPage: boolean;
};

/** The password of every demo account; no other installation has it. */
export const DEMO_PASSWORD = "Demo-2024";

const account = (
  login: string,
  name: string,
  role: Role,
  unit: string,
  what: string,
  onSignInPage = true,
): DemoAccount => ({
  login,
  name,
  role,
  unit,
  what,
  onSignInPage,
});

export const DEMO_ACCOUNTS: DemoAccount[] = [
  account("bithu", "Lê Văn Thành", "cellSecretary", "EAP-09", "Chi bộ thôn Phước Thọ 2"),
  account("dangvu", "Phạm Thị Lan", "baseOfficer", "EAP", "Đảng bộ xã Ea Phê"),
  account("huyenuy", "Đỗ Hà Trang", "upperOfficer", "KRONGPAC", "Đảng bộ huyện Krông Pắc"),
  account("tinhuy", "Bùi Minh Khôi", "provinceOfficer", "DAKLAK", "Đảng bộ tỉnh Đắk Lắk"),
  account("doan", "Trương Mỹ Linh", "unionOfficer", "D-KRONGPAC", "Huyện đoàn Krông Pắc"),
  account("xem", "Ngô Tấn Phát", "viewer", "KRONGPAC", "Đảng bộ huyện Krông Pắc"),
  account("quantri", "Hoàng Anh Tú", "accountAdmin", "KRONGPAC", "Đảng bộ huyện Krông Pắc"),
  account("kiemtra", "Mai Thanh Vân", "auditor", "DAKLAK", "Đảng bộ tỉnh Đắk Lắk"),
  account("bithu2", "Nguyễn Thị Sáu", "cellSecretary", "EAP-08", "Chi bộ thôn Phước Thọ 1", false),
  account("nahang", "Ma Thị Hồng", "baseOfficer", "NAHANG", "Đảng bộ thị trấn Na Hang", false),
  account("xuanloi", "Trần Quang Huy", "baseOfficer", "XUANLOI", "Đảng bộ xã Xuân Lôi", false),
  account(
    "quangbinh",
    "Phan Thị Hợp",
    "upperOfficer",
    "CCQ-QUANGBINH",
    "Đảng bộ Khối các cơ quan tỉnh Quảng Bình",
    false,
  ),
  account("tinhdoanqt", "Hoàng Thị Diệu", "unionOfficer", "D-QUANGTRI", "Tỉnh đoàn Quảng Trị", false),
  account("tinhuyqt", "Lê Quang Vịnh", "provinceOfficer", "QUANGTRI", "Đảng bộ tỉnh Quảng Trị", false),
];

/** Accounts of the synthetic worlds: one at each level. */
export const WORLD_ACCOUNTS: DemoAccount[] = [
  account("chibo", "Lê Văn Thử", "cellSecretary", "P01D01B01C01", "Chi bộ thôn 1", false),
  account("xa", "Phạm Thị Thử", "baseOfficer", "P01D01B01", "Đảng bộ xã 1", false),
  account("tinh", "Bùi Minh Thử", "provinceOfficer", "P01", "Đảng bộ tỉnh 1", false),
  account("trunguong", "Đỗ Thị Thử", "provinceOfficer", "TW", "Trung ương", false),
];
