/** The home lab of the examples, grown from an empty folder by the commands that its README tells. */

import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Sandbox } from "../../cli/run-nivose.ts";

const example = path.resolve(import.meta.dirname, "../../../../../examples/homelab");
/** The founding operator's key is nobody's here: whoever runs the commands becomes the operator. */
const OPERATOR = /^ {2}- &operator_ry age1\w+$/mu;

let sandbox: Sandbox;
beforeEach(() => {
  sandbox = new Sandbox();
});
afterEach(() => sandbox.remove());

test("the README's commands write every byte of the example but what is encrypted", () => {
  const commands = commandsOf(example);
  expect(commands.match(/^lab add host /gmu)).toHaveLength(5);
  const { status, stderr } = sandbox.run(`set -e; ${commands}`, {
    env: { ...author, USER: "ry" },
  });
  expect({ status, stderr: status === 0 ? "" : stderr }).toEqual({ status: 0, stderr: "" });
  expectSame(path.join(sandbox.folder, "homelab"), example);
});

test("the README's commands write a lab again in which people came after hosts", { timeout: 120_000 }, () => {
  const grow = `nivose init homelab lab --empty; cd lab; git add --all; git commit --quiet --message x
    lab() { nivose "$@" && git add --all && git commit --quiet --message "$1"; }
    lab add user ada --admin; lab add host a; lab add user zoe --on a; lab add host b --user ada`;
  const run = (folder: string, commands: string) =>
    sandbox.run(`set -e; mkdir ${folder}; cd ${folder}; ${commands}`, { env: { ...author, USER: "ry" } });
  expect(run("one", grow)).toMatchObject({ status: 0 });
  const lab = path.join(sandbox.folder, "one/lab");
  expect(run("other", commandsOf(lab))).toMatchObject({ status: 0 });
  expectSame(path.join(sandbox.folder, "other/lab"), lab);
});

function commandsOf(lab: string): string {
  return /## How this lab grew\n[^]*?```sh\n([^]*?)```/u.exec(textOf("README.md", lab))?.[1] ?? "";
}

function expectSame(lab: string, other: string): void {
  const files = filesBelow(other).filter((file) => file !== "PLAN.md");
  expect(filesBelow(lab)).toEqual(files);
  expect(files.filter((file) => readable(file, lab) !== readable(file, other))).toEqual([]);
}

const author = {
  GIT_AUTHOR_NAME: "ry",
  GIT_AUTHOR_EMAIL: "ry@example.org",
  GIT_COMMITTER_NAME: "ry",
  GIT_COMMITTER_EMAIL: "ry@example.org",
};

/** What is the same whoever may read the secrets. */
function readable(file: string, folder: string): string {
  const text = textOf(file, folder);
  if (file.endsWith("secrets.yaml")) return /^\s*mac: ENC\[AES256_GCM,/mu.test(text) ? "encrypted" : text;
  return file === ".sops.yaml" ? text.replace(OPERATOR, "") : text;
}

function textOf(file: string, folder: string): string {
  return readFileSync(path.join(folder, file), "utf8");
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .filter((file) => !file.startsWith(".git/"))
    .toSorted();
}
