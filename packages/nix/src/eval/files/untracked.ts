/** Files of a repository that are there, and that Git does not know: a flake is made of those that it knows. */

import { lstatSync } from "node:fs";
import { spawnSync } from "../../run-program.ts";
import type { EvalError } from "../errors/errors.ts";
import { settings } from "../machine/settings.ts";
import { storeObject } from "./store-objects.ts";

/** Makes an error of a file that does not exist end with what to do if it does. */
export function withUntracked(error: EvalError, path: string): EvalError {
  error.hint = () => adviceOn(path);
  return error;
}

function adviceOn(path: string): string | undefined {
  if (!path.startsWith(`${settings.storeDir}/`)) return undefined;
  const slash = path.indexOf("/", settings.storeDir.length + 1);
  const object = storeObject(slash < 0 ? path : path.slice(0, slash));
  if (slash < 0 || object?.kind !== "copy" || object.kept === undefined) return undefined;
  const file = path.slice(slash + 1);
  const place = `${object.file}/${file}`;
  if (object.kept.has(place) || lstatSync(Buffer.from(place, "latin1"), { throwIfNoEntry: false }) === undefined)
    return undefined;
  const force = isIgnored(object.file, file) ? ["--force"] : [];
  const words = ["git", "-C", object.file, "add", "--intent-to-add", ...force, file].map(quoted);
  return `'${file}' is in the folder of the flake, but Git does not know it yet; this makes it known: ${words.join(" ")}`;
}

/** Git adds such a file only if it is told to in earnest. */
function isIgnored(repository: string, file: string): boolean {
  const [folder, name] = [repository, file].map((text) => Buffer.from(text, "latin1").toString());
  const words = ["check-ignore", "--quiet", "--", name!];
  const { status } = spawnSync("git", words, {
    cwd: folder,
    env: { PATH: settings.environment("PATH"), HOME: settings.environment("HOME") },
    stdio: "ignore",
  });
  return status === 0;
}

/** As a shell has it. */
function quoted(word: string): string {
  return /^[\w\-./@+=:,%]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
