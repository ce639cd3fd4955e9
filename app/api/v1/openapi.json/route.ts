import { z } from "zod";
import { REPORTS, reportQuery } from "@/lib/reports/schema";

/** The description of the API, generated from the schemas that check it. */
export function GET() {
  const schema = z.toJSONSchema(reportQuery, { io: "input" });
  const parameters = Object.entries(schema.properties ?? {}).map(([name, property]) => ({
    name,
    in: "query",
    required: schema.required?.includes(name) ?? false,
    schema: property,
  }));
  const answers = {
    200: { description: "The report as JSON, CSV, XLSX, Word or PDF" },
    400: { description: "Wrong parameters: { error: { code, message, fields } }" },
    404: { description: "Outside the permissions, or not existing" },
  };
  const paths = Object.fromEntries(
    REPORTS.map((report) => [
      `/api/v1/reports/${report}`,
      { get: { summary: report, parameters, responses: answers } },
    ]),
  );
  return Response.json({
    openapi: "3.1.0",
    info: { title: "Phát triển đảng viên", version: "1" },
    components: {
      securitySchemes: {
        session: { type: "apiKey", in: "cookie", name: "pdv.session" },
        bearer: { type: "http", scheme: "bearer" },
      },
    },
    security: [{ session: [] }, { bearer: [] }],
    paths,
  });
}
