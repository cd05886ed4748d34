/**
 * End-to-end runs of the built command: a folder per case, its name a sentence, with `command` (a line of bash) and what
 * it must print and return: `stdout`, `stderr`, `status`. `files/` is what it finds, `after/` what the folder must hold
 * afterwards, if that matters. `UPDATE=1` writes what the command does now.
 */

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { Sandbox } from "./run-nivose.ts";

const cases = path.join(import.meta.dirname, "cases");
const update = process.env["UPDATE"] === "1";

let sandbox: Sandbox;
afterEach(() => sandbox.remove());

describe("the command", () => {
  test.each(readdirSync(cases).toSorted())("%s", (name) => {
    const folder = path.join(cases, name);
    sandbox = new Sandbox(path.join(folder, "files"));
    const { stdout, stderr, status } = sandbox.run(readFileSync(path.join(folder, "command"), "utf8"));
    hold(path.join(folder, "stdout"), stable(stdout));
    hold(path.join(folder, "stderr"), stable(stderr));
    hold(path.join(folder, "status"), `${status}\n`);
    const after = path.join(folder, "after");
    if (!existsSync(after)) return;
    if (update) rmSync(after, { recursive: true });
    const files = filesBelow(sandbox.folder);
    for (const file of files)
      hold(path.join(after, file), readFileSync(path.join(sandbox.folder, file), "latin1"), "latin1");
    expect(files).toEqual(filesBelow(after));
  });
});

/** An empty output is a file that is not there. */
function hold(file: string, actual: string, encoding: "utf8" | "latin1" = "utf8"): void {
  if (update && actual === "") {
    rmSync(file, { force: true });
  } else if (update) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, actual, encoding);
  }
  const name = path.basename(file);
  expect({ [name]: actual }).toEqual({ [name]: existsSync(file) ? readFileSync(file, encoding) : "" });
}

/** What differs from release to release, from run to run and from machine to machine is not compared. */
function stable(text: string): string {
  return (
    text
      .replaceAll(/^nivose \d+\.\d+\.\S+$/gmu, "nivose VERSION")
      .replaceAll(sandbox.top, "SANDBOX")
      .replaceAll(/nivose-tour-\w{6}/gu, "nivose-tour-……")
      // in which order several processes end, and whether that takes long enough to be told
      .replaceAll(/^\d+ of \d+: .*\n/gmu, "")
      .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/gu, "TIME")
  );
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .filter((file) => !file.startsWith(".git/"))
    .toSorted();
}
