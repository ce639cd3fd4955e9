import { PageHeading } from "@/components/ui/page-heading";
import { PrintButton } from "@/components/ui/page-tools";
import { classKindWords, gradeLabel } from "@/lib/classes/labels";
import type { ClassPage } from "@/lib/classes/queries/class";
import type { Enrolment } from "@/lib/classes/repository/enrolments";
import { isLearner } from "@/lib/classes/rules/enrolment";
import { formatDay } from "@/lib/shared/days";

const CELL = "border border-line2 px-2 py-1.5 print:border-black";

/** The list of a class as it is signed, or the sheet on which one ticks who came. A4, black lines. */
export function RosterView({ page, attendance }: { page: ClassPage; attendance: boolean }) {
  const { id, name, unit, kind, from, to, place, sessions, today } = page;
  const learners = page.people.filter((one) => isLearner(one) && one.person !== null);
  const title = attendance ? "Bảng điểm danh" : "Danh sách học viên";
  return (
    <div className="mx-auto max-w-[980px]">
      <div className="no-print">
        <PageHeading
          title={title}
          back={{ href: `/classes/${id}`, label: "Lớp" }}
          actions={<PrintButton />}
        />
      </div>
      <article className="rounded-panel border border-line bg-surface p-5 phone:p-10 print:rounded-none print:border-0 print:p-0">
        <header className="text-center">
          <p className="font-semibold">{unit.name.toUpperCase()}</p>
          <h2 className="mt-6 text-headline font-semibold">{title.toUpperCase()}</h2>
          <p className="font-semibold">{name}</p>
          <p>
            Lớp {classKindWords(kind)}, từ {formatDay(from)} đến {formatDay(to)}
            {place && `, tại ${place}`}
          </p>
        </header>
        <div className="mt-5 overflow-x-auto">
          {attendance ? (
            <AttendanceTable learners={learners} sessions={sessions} />
          ) : (
            <ListTable learners={learners} />
          )}
        </div>
        <p className="mt-4">Cộng {learners.length} học viên.</p>
        <div className="mt-10 grid grid-cols-2 gap-4 text-center font-semibold [break-inside:avoid]">
          <p className="min-h-32">NGƯỜI LẬP</p>
          <p className="min-h-32">CHỦ NHIỆM LỚP</p>
        </div>
        <footer className="mt-6 border-t border-line2 pt-2 text-note text-ink2">
          In ngày {formatDay(today)}.
        </footer>
      </article>
    </div>
  );
}

function NameCells({ one, place }: { one: Enrolment; place: number }) {
  return (
    <>
      <td className={`${CELL} text-center`}>{place + 1}</td>
      <td className={CELL}>
        <strong className="keep">{one.person?.name}</strong>, sinh {one.person?.birthYear}
        <span className="block">{[one.person?.cell, one.person?.above].filter(Boolean).join(", ")}</span>
      </td>
    </>
  );
}

function ListTable({ learners }: { learners: Enrolment[] }) {
  return (
    <table className="w-full text-staff print:text-[11pt]">
      <thead>
        <tr>
          {["TT", "Họ và tên, đơn vị", "Kết quả", "Số giấy chứng nhận", "Ngày cấp", "Ký nhận"].map((head) => (
            <th key={head} className={`${CELL} font-semibold`}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {learners.map((one, place) => (
          <tr key={one.id}>
            <NameCells one={one} place={place} />
            <td className={CELL}>{one.grade ? gradeLabel(one.grade) : ""}</td>
            <td className={CELL}>{one.certificateNumber ?? ""}</td>
            <td className={CELL}>{one.certifiedOn ? formatDay(one.certifiedOn) : ""}</td>
            <td className={`${CELL} min-w-24`} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function AttendanceTable({ learners, sessions }: { learners: Enrolment[]; sessions: number }) {
  const numbers = Array.from({ length: sessions }, (_, place) => place + 1);
  return (
    <table className="w-full text-staff print:text-[11pt]">
      <thead>
        <tr>
          <th className={`${CELL} font-semibold`}>TT</th>
          <th className={`${CELL} font-semibold`}>Họ và tên, đơn vị</th>
          {numbers.map((number) => (
            <th key={number} className={`${CELL} font-semibold`}>
              Buổi {number}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {learners.map((one, place) => (
          <tr key={one.id}>
            <NameCells one={one} place={place} />
            {numbers.map((number) => (
              <td key={number} className={`${CELL} text-center`}>
                {one.present.includes(number) ? "x" : ""}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
