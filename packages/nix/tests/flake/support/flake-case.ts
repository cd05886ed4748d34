/** Flakes made for a test: folders with files of fixed times, some of them Git repositories with fixed commits. */

import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** Contents by paths. In a content, ROOT is the folder of the case. */
export type Files = Readonly<Record<string, string>>;

export interface FlakeCase {
  readonly name: string;
  /** The flake in question is in `top`, unless `flake` says otherwise. */
  readonly files: Files;
  /** Folders that become repositories, with all that is in them committed, in this order. */
  readonly git?: readonly string[];
  /** A script of bash, run in the folder of the case when all of this is done. */
  readonly script?: string;
  /** As it is typed in the folder of the case. */
  readonly flake?: string;
}

export const gitEnvironment = {
  PATH: process.env["PATH"] ?? "",
  HOME: "/homeless-shelter",
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_AUTHOR_NAME: "a",
  GIT_AUTHOR_EMAIL: "a@example.org",
  GIT_COMMITTER_NAME: "a",
  GIT_COMMITTER_EMAIL: "a@example.org",
  GIT_AUTHOR_DATE: "1700000000 +0000",
  GIT_COMMITTER_DATE: "1700000000 +0000",
};

/** A folder for the cases of one test file. */
export class CaseFolder {
  readonly top = realpathSync(mkdtempSync(path.join(tmpdir(), "nivose-flakes-")));
  readonly #folders = new Map<FlakeCase, string>();

  make(each: FlakeCase): string {
    const folder = path.join(this.top, String(this.#folders.size));
    this.#folders.set(each, folder);
    mkdirSync(folder);
    this.write(each, each.files);
    for (const repository of each.git ?? [])
      run(
        `git init --quiet -b main '${repository}' && cd '${repository}' && git add . && git commit --quiet -m one`,
        folder,
      );
    if (each.script !== undefined) run(`set -e\n${each.script.replaceAll("ROOT", folder)}`, folder);
    return folder;
  }

  folderOf(each: FlakeCase): string {
    return this.#folders.get(each)!;
  }

  write(each: FlakeCase, files: Files): void {
    writeFiles(this.folderOf(each), files);
  }

  remove(): void {
    rmSync(this.top, { recursive: true, force: true });
  }
}

/** A content that starts with `-> ` is the target of a link, one that starts with `#!` may be executed. */
function writeFiles(folder: string, files: Files): void {
  for (const [file, content] of Object.entries(files)) {
    const place = path.join(folder, file);
    mkdirSync(path.dirname(place), { recursive: true });
    if (content.startsWith("-> ")) symlinkSync(content.slice(3), place);
    else writeFileSync(place, content.replaceAll("ROOT", folder));
    if (content.startsWith("#!")) chmodSync(place, 0o755);
  }
  run("find . -name .git -prune -o -print0 | xargs -0 touch -h -d @1700000000", folder);
}

export function run(script: string, folder: string): string {
  return execFileSync("bash", ["-c", script], { cwd: folder, env: gitEnvironment, encoding: "utf8" });
}

/** A `flake.nix`: inputs as they are written in a set, and arguments and body of its outputs. */
export function flake(inputs = "", outputs = "_: { }"): string {
  return `{ inputs = { ${inputs} }; outputs = ${outputs}; }\n`;
}
