#!/usr/bin/env node
// The command. It stays this small, and committed, because npm links a command only if its file is there at install
// time, while everything else is made by `npm run build`.
import { existsSync } from "node:fs";

const main = new URL("../dist/main.js", import.meta.url);
if (existsSync(main)) {
  await import(main.href);
} else {
  process.stderr.write("nivose is not built yet: run `npm run build` at the root of its repository\n");
  process.exitCode = 1;
}
