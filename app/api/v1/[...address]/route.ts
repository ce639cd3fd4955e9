import { notFound } from "next/navigation";
import { defineRead } from "@/lib/access/api";

/** An address that is none: not found in the shape of the API, as everything outside the permissions is. */
export const GET = defineRead(async () => notFound());
