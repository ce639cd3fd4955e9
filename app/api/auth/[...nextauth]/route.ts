import { handleAuth } from "@/lib/access/open-id";

export { handleAuth as GET, handleAuth as POST };
