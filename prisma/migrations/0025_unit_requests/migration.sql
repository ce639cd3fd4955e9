-- AlterTable
ALTER TABLE "unit_task" ADD COLUMN     "ask" TEXT NOT NULL DEFAULT 'list',
ADD COLUMN     "answered_by_id" UUID,
ADD COLUMN     "giver_unit_id" INTEGER,
ADD COLUMN     "number" DECIMAL(16,2),
ADD COLUMN     "request_id" UUID NOT NULL DEFAULT gen_random_uuid(),
ADD COLUMN     "returned_by_name" TEXT,
ADD COLUMN     "returned_reason" TEXT,
ADD COLUMN     "title" TEXT,
ALTER COLUMN "list" DROP NOT NULL;

-- CreateIndex
CREATE INDEX "unit_task_request" ON "unit_task"("request_id");

-- AddForeignKey
ALTER TABLE "unit_task" ADD CONSTRAINT "unit_task_giver_unit_id_fkey" FOREIGN KEY ("giver_unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;


-- What Prisma's models cannot say -------------------------------------------------------------------

-- A list of the report on coverage, a check of the unit's own data, or a number that no report has. An answer
-- that has no day yet is a draft; one that was sent back has a reason and no day any more.
ALTER TABLE unit_task
  DROP CONSTRAINT unit_task_answer,
  ADD CONSTRAINT unit_task_answer CHECK (answered_on IS NULL OR answer IS NOT NULL),
  ADD CONSTRAINT unit_task_ask CHECK (ask IN ('list', 'check', 'figure') AND (ask = 'list') = (list IS NOT NULL) AND (ask = 'list') = (title IS NULL)),
  ADD CONSTRAINT unit_task_number CHECK (number IS NULL OR ask = 'figure'),
  ADD CONSTRAINT unit_task_returned CHECK (returned_reason IS NULL OR (answered_on IS NULL AND answer IS NOT NULL));
