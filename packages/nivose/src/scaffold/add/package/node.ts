/** Node: `package.json` with the lock file of npm, whose hashes are enough. */

import type { Facts, Source } from "./facts.ts";
import { table, text } from "./facts.ts";
import { parseJson } from "./json.ts";

export function nodeFacts({ read }: Source): Facts | undefined {
  const manifest = read("package.json");
  if (manifest === undefined) return undefined;
  const own = parseJson(manifest);
  const bin = own["bin"];
  const hasLock = read("package-lock.json") !== undefined;
  return {
    language: "node",
    version: text(own["version"]) === undefined ? '"0"' : "(lib.importJSON {source}/package.json).version",
    description: text(own["description"]),
    license: text(own["license"]),
    program: typeof bin === "string" ? text(own["name"])?.replace(/^@[^/]*\//u, "") : Object.keys(table(bin))[0],
    values: { lock: hasLock, build: text(table(own["scripts"])["build"]) !== undefined },
    notes: hasLock
      ? []
      : [
          "There is no package-lock.json: 'npm install --package-lock-only' writes one. Until then npmDepsHash has to be found out: a build tells the right one.",
        ],
  };
}
