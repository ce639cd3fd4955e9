-- Nothing ever wrote it: no file and no form tells of an academic title.
ALTER TABLE "person" DROP COLUMN "academic_title";
