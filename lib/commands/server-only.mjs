// The mark "server-only" throws outside the web framework's bundler. The commands run on the server, so
// they put an empty module in its place before anything is loaded.
import { createRequire, Module } from "node:module";

const require = createRequire(import.meta.url);
const file = require.resolve("server-only");
const empty = new Module(file);
empty.filename = file;
empty.loaded = true;
require.cache[file] = empty;
