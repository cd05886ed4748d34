/**
 * Adds every part that there is to repositories, and looks at what becomes of them: how many lines of existing files change, whether `nivose check` finds
 * anything new, whether the part is there when it is evaluated on paper, whether every host has the derivation path that it had, and whether the bytes are
 * those of before when it is removed.
 *
 *     node scripts/run.js packages/nivose/conformance/grow-parts.ts [FOLDER…] [--kinds module,package] [--no-hosts] [--keep FOLDER]
 *
 * Without folders it takes the examples. They are copied, and nothing is written to them.
 */

import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { kinds: { type: "string" }, "no-hosts": { type: "boolean", default: false }, keep: { type: "string" } },
});

const root = path.resolve(import.meta.dirname, "../../..");
const bin = path.join(root, "packages/nivose/bin/nivose.js");
const examples = ["homelab", "parts", "profiles", "multi-flake", "package"].map((name) =>
  path.join(root, "examples", name),
);
const folders = positionals.length > 0 ? positionals : examples;
const NAME = "zebra";

/** Each way to add a part, by the words of its command. */
const ways: readonly (readonly string[])[] = [
  ["module"],
  ["module", "--platform", "darwin"],
  ["module", "--platform", "home"],
  ["module", "--platform", "common"],
  ["profile"],
  ["role"],
  ...["plain", "python", "node", "go", "rust"].map((language) => ["package", "--language", language]),
  ["overlay"],
  ["shell"],
  ["template"],
  ["flake"],
].filter(([kind]) => values.kinds === undefined || values.kinds.split(",").includes(kind!));

interface Told {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number | null;
}

process.stdout.write(
  "| repository | part | added | lines in files that were there | new findings | evaluates | other hosts | twice | removed |\n",
);
process.stdout.write("| --- | --- | --- | --- | --- | --- | --- | --- | --- |\n");
for (const folder of folders) {
  const copy = mkdtempSync(path.join(values.keep ?? tmpdir(), "grow-parts-"));
  try {
    cpSync(folder, copy, { recursive: true, filter: (file) => path.basename(file) !== ".git" });
    git(copy, "init", "--quiet");
    git(copy, "add", "--all", "--force");
    git(copy, "-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "--quiet", "--message", "All");
    // a tree that is not committed has no revision: it has none before, either
    writeFileSync(path.join(copy, "not-committed"), "");
    git(copy, "add", "not-committed");
    tryAll(path.basename(folder), copy);
  } finally {
    if (values.keep === undefined) rmSync(copy, { recursive: true, force: true });
  }
}

function tryAll(name: string, copy: string): void {
  const before = stateOf(copy);
  const derivations = values["no-hosts"] ? undefined : derivationsOf(copy);
  const findings = findingsOf(copy);
  for (const [kind, ...flags] of ways) {
    const command = [kind!, NAME, ...flags];
    const added = nivose(copy, "add", ...command, "--json");
    const row: string[] = [name, [kind, ...flags].join(" ")];
    if (added.status !== 0) {
      const { diagnostics } = JSON.parse(added.stdout || '{"diagnostics":[]}') as { diagnostics: { code: string }[] };
      row.push(diagnostics.map(({ code }) => code).join(" ") || added.stderr.split("\n")[0]!, "", "", "", "", "", "");
    } else {
      const twice = JSON.parse(nivose(copy, "add", ...command, "--json").stdout) as { files: unknown[] };
      const changed = git(copy, "diff", "--numstat", "--diff-filter=M")
        .trim()
        .split("\n")
        .filter((line) => line !== "");
      const counts = changed.map((line) => line.split("\t").slice(0, 2).map(Number));
      row.push(
        `${(JSON.parse(added.stdout) as { files: unknown[] }).files.length} files`,
        `+${counts.reduce((sum, [plus]) => sum + plus!, 0)} -${counts.reduce((sum, [, minus]) => sum + minus!, 0)}`,
        findingsOf(copy)
          .filter((each) => !findings.includes(each))
          .join(" ") || "none",
        evaluates(copy, kind!, flags, added),
        derivations === undefined ? "" : sameHosts(derivations, derivationsOf(copy)),
        twice.files.length === 0 ? "nothing" : `${twice.files.length} files`,
      );
      const removed = nivose(
        copy,
        "remove",
        kind!,
        NAME,
        ...flags.slice(0, kind === "module" ? 2 : 0),
        "--allow-dirty",
        "--json",
      );
      row.push(
        removed.status !== 0
          ? `refused: ${removed.stdout.slice(0, 200)}`
          : stateOf(copy) === before
            ? "as before"
            : "differs",
      );
    }
    process.stdout.write(`| ${row.join(" | ")} |\n`);
    git(copy, "reset", "--quiet", "--hard");
    git(copy, "clean", "--quiet", "-d", "--force");
    writeFileSync(path.join(copy, "not-committed"), "");
    git(copy, "add", "not-committed");
  }
}

/** All files with their contents. */
function stateOf(copy: string): string {
  git(copy, "add", "--all");
  const state = git(copy, "write-tree");
  git(copy, "reset", "--quiet");
  git(copy, "add", "not-committed");
  return state;
}

function findingsOf(copy: string): string[] {
  const { stdout } = nivose(copy, "check", values["no-hosts"] ? "--source" : "--paper", "--json");
  const { findings = [] } = JSON.parse(stdout || "{}") as {
    findings?: { code: string; file?: string; level?: string }[];
  };
  return findings.map(({ code, file }) => `${code}@${file ?? ""}`);
}

function derivationsOf(copy: string): ReadonlyMap<string, string> {
  const { stdout } = nivose(copy, "show", "--paper", "--derivations", "--json");
  const { hosts = [] } = JSON.parse(stdout || "{}") as {
    hosts?: { flake: string; attribute: string; derivation?: unknown }[];
  };
  return new Map(
    hosts.map(({ flake, attribute, derivation }) => [`${flake}#${attribute}`, JSON.stringify(derivation ?? "none")]),
  );
}

function sameHosts(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string {
  const changed = [...before].filter(([host, derivation]) => after.get(host) !== derivation).map(([host]) => host);
  const known = [...before.values()].filter((each) => each.includes(".drv")).length;
  return changed.length === 0 ? `${known} of ${before.size} the same` : `changed: ${changed.join(" ")}`;
}

/** What the flake has under the name. */
function evaluates(copy: string, kind: string, flags: readonly string[], added: Told): string {
  const { files } = JSON.parse(added.stdout) as { files: { path: string; change: string }[] };
  const created = files.filter(({ change }) => change === "create").map((file) => file.path);
  const flake = flakeAround(copy, created[0]!);
  const ask = (attribute: string): string => {
    const { stdout, stderr, status } = nivose(copy, "eval", "--paper", `./${flake}#${attribute}`);
    const why = stderr.split("\n").find((line) => /error|not supported/u.test(line)) ?? stdout;
    return status === 0 ? "yes" : `no: ${why.slice(0, 120)}`;
  };
  if (kind === "package") return ask(`packages.x86_64-linux.${NAME}.drvPath`);
  if (kind === "shell") return ask(`devShells.x86_64-linux.${NAME}.drvPath`);
  if (kind === "overlay") return ask(`overlays.${NAME}`);
  if (kind === "template") return ask(`templates.${NAME}.description`);
  if (kind === "flake")
    return nivose(copy, "flake", "metadata", "--json", path.join(copy, NAME)).status === 0 ? "locked" : "no";
  const text = readFileSync(
    path.join(
      copy,
      created.find((file) => file.endsWith(".nix"))!,
    ),
    "utf8",
  );
  const option = /options\.([\w.-]+)\.enable/u.exec(text)?.[1] ?? /config\.([\w.-]+)\.enable/u.exec(text)?.[1];
  if (option === undefined) return "no option";
  const platform = flags.at(-1) ?? "nixos";
  if (platform === "home") return "";
  const { stdout } = nivose(copy, "show", "--paper", "--json");
  const { hosts = [] } = JSON.parse(stdout || "{}") as { hosts?: { flake: string; attribute: string; kind: string }[] };
  const host = hosts.find((each) => each.kind === (platform === "darwin" ? "darwin" : "nixos"));
  if (host === undefined) return "no host";
  const asked = nivose(copy, "eval", "--paper", `./${host.flake}#${host.attribute}.options.${option}.enable.type.name`);
  return asked.stdout.includes("bool")
    ? "yes"
    : `no: ${asked.stderr.split("\n").find((line) => line.includes("error")) ?? ""}`;
}

function flakeAround(copy: string, file: string): string {
  for (let folder = path.dirname(file); folder !== "."; folder = path.dirname(folder)) {
    const inside =
      git(copy, "ls-files", `${folder}/flake.nix`).trim() !== "" && !folder.split("/").includes("templates");
    if (inside && folder !== NAME) return folder;
  }
  return "";
}

function git(folder: string, ...words: readonly string[]): string {
  return execFileSync("git", words, { cwd: folder, encoding: "utf8", maxBuffer: 2 ** 28 });
}

function nivose(folder: string, ...words: readonly string[]): Told {
  const { stdout, stderr, status } = spawnSync(process.execPath, [bin, ...words], {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  return { stdout, stderr, status };
}
