/**
 * Public fleets with a host more: whether it is understood how their hosts take part, what is written, and what becomes of all hosts.
 *
 *     node scripts/run.js packages/nivose/conformance/grow-fleets.ts FOLDER…
 *         [--only TEXT,TEXT] [--name NAME] [--kind nixos] [--like HOST] [--evaluate] [--most HOSTS] [--timeout SECONDS] [--diff]
 *
 * FOLDER has one checkout a fleet. Each is copied, so nothing is written to it. The host is added and removed again, which must give the
 * bytes before. With `--evaluate` the fleet is evaluated on paper before and after, `--most` of its hosts: they must be the same.
 */

import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import type { Repository } from "../src/check/source/repository.ts";
import { readRepository } from "../src/cli/check/read-repository.ts";
import { flakesAt } from "../src/cli/flakes-here.ts";
import { processContext } from "../src/cli/process.ts";
import type { GrownFile } from "../src/scaffold/growth.ts";
import { grownRepository } from "../src/scaffold/site/grown-repository.ts";
import { addHost } from "../src/scaffold/site/host.ts";
import { saidHosts } from "../src/scaffold/site/hosts.ts";
import { removeHost } from "../src/scaffold/site/remove-host.ts";
import type { HostKind } from "../src/scaffold/spec/fleet-spec.ts";
import { templatesOf } from "../src/scaffold/template.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: "string", default: "" },
    name: { type: "string", default: "nova" },
    kind: { type: "string", default: "nixos" },
    like: { type: "string" },
    evaluate: { type: "boolean", default: false },
    most: { type: "string", default: "3" },
    timeout: { type: "string", default: "240" },
    diff: { type: "boolean", default: false },
  },
});

const bin = path.join(import.meta.dirname, "../bin/nivose.js");
const templates = templatesOf(path.join(import.meta.dirname, "../presets"), "homelab");
process.stdout.write(
  "| fleet | hosts | added | lines in files that were there | new files | removed again | new host | others |\n",
);
process.stdout.write("| --- | --- | --- | --- | --- | --- | --- | --- |\n");
for (const top of positionals)
  for (const name of readdirSync(top).toSorted())
    if (values.only.split(",").some((each) => name.includes(each)))
      process.stdout.write(`| ${[name, ...tried(path.resolve(top, name))].join(" | ")} |\n`);

function tried(fleet: string): readonly (string | number)[] {
  const folder = copied(fleet);
  try {
    const context = processContext(folder, () => {});
    const repository = readRepository(flakesAt(folder, context), context);
    const hosts = saidHosts(repository);
    const request = {
      host: { name: values.name, kind: values.kind as HostKind, address: "10.9.8.7" },
      ...(values.like === undefined ? {} : { like: values.like }),
    };
    const grown = addHost({ repository }, request, templates);
    if (!grown.ok)
      return [hosts.length, grown.problems.map(({ message }) => message.text).join("; "), "", "", "", "", ""];
    const { files } = grown.growth;
    const after = grownRepository(repository, files);
    const back = removeHost({ repository: after }, values.name);
    const isSame = back.ok && isSameAs(repository, grownRepository(after, back.growth.files), [...files.keys()]);
    const removed = isSame
      ? "same bytes"
      : back.ok
        ? "other bytes"
        : back.problems.map(({ message }) => message.text).join("; ");
    const changed = [...files].filter(([name]) => repository.exists(name));
    const [own, others] = values.evaluate ? evaluated(folder, repository, files) : ["", ""];
    if (!values.evaluate) written(folder, files);
    const lines = changedLines(
      folder,
      changed.map(([name]) => name),
    );
    return [hosts.length, "yes", lines, files.size - changed.length, removed, own, others];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function copied(fleet: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), "grow-"));
  cpSync(fleet, folder, { recursive: true, filter: (name) => !/\/\.(?:git|cache)(?:\/|$)/u.test(name) });
  git(folder, "init", "--quiet");
  git(folder, "add", "--all", "--force");
  git(
    folder,
    "-c",
    "user.name=a",
    "-c",
    "user.email=a@localhost",
    "commit",
    "--quiet",
    "--no-verify",
    "--message",
    "As it was",
  );
  return folder;
}

function git(folder: string, ...args: readonly string[]): string {
  return spawnSync("git", args, { cwd: folder, encoding: "utf8", maxBuffer: 1 << 28 }).stdout;
}

function isSameAs(before: Repository, after: Repository, names: readonly string[]): boolean {
  return names.every((name) => {
    const [one, other] = [before.read(name), after.read(name)];
    return one === undefined || other === undefined ? one === other : Buffer.compare(one, other) === 0;
  });
}

function written(folder: string, files: ReadonlyMap<string, GrownFile | undefined>): void {
  for (const [name, file] of files) {
    const target = path.join(folder, name);
    mkdirSync(path.dirname(target), { recursive: true });
    if (file !== undefined) writeFileSync(target, file.bytes);
  }
  git(folder, "add", "--all", "--force");
}

function changedLines(folder: string, names: readonly string[]): string {
  if (values.diff) process.stderr.write(git(folder, "diff", "--cached"));
  if (names.length === 0) return "0";
  const counts = git(folder, "diff", "--cached", "--numstat", "--", ...names)
    .trim()
    .split("\n");
  const sum = (at: number): number => counts.reduce((all, line) => all + Number(line.split("\t")[at]), 0);
  return `+${sum(0)} −${sum(1)}`;
}

/** What each host becomes, or why it does not. */
type Becomes = ReadonlyMap<string, string>;

function evaluated(
  folder: string,
  repository: Repository,
  files: ReadonlyMap<string, GrownFile | undefined>,
): [string, string] {
  const some = saidHosts(repository)
    .filter(({ kind }) => kind === values.kind)
    .slice(0, Number(values.most))
    .map(({ name }) => name);
  // what is new makes the tree dirty, and a system may say of which tree it is
  writeFileSync(path.join(folder, "unrelated.txt"), "one\n");
  git(folder, "add", "--all", "--force");
  const before = becoming(folder, some);
  written(folder, files);
  const after = becoming(folder, [...some, values.name]);
  const own = after.get(values.name) ?? "not there";
  let differing = [...before].filter(([name, text]) => after.get(name) !== text).map(([name]) => name);
  let byAny: string[] = [];
  if (differing.length > 0) {
    git(folder, "reset", "--quiet", "--hard");
    writeFileSync(path.join(folder, "unrelated.txt"), "two\n");
    git(folder, "add", "--all", "--force");
    const other = becoming(folder, differing);
    byAny = differing.filter((name) => other.get(name) !== before.get(name));
    differing = differing.filter((name) => !byAny.includes(name));
    written(folder, files);
  }
  const derived = [...before.values()].filter(isDerivation).length;
  const same = [
    `${derived} of ${before.size} derived`,
    ...(byAny.length > 0 ? [`${byAny.join(", ")} with every change of the repository`] : []),
    differing.length > 0 ? `differ: ${differing.join(", ")}` : "the same",
  ];
  const isAsOthers = [...before.values()].includes(own);
  return [isDerivation(own) ? "derived" : isAsOthers ? `as others: ${own}` : own, same.join("; ")];
}

function isDerivation(text: string): boolean {
  return text.startsWith("/nix/store/");
}

function becoming(folder: string, hosts: readonly string[]): Becomes {
  const args = [bin, "show", "--paper", "--derivations", "--json", "--workers", "1", ...hosts];
  const { stdout } = spawnSync(process.execPath, args, {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 1 << 28,
    timeout: Number(values.timeout) * 1000,
  });
  if (!stdout.startsWith("{")) return new Map();
  const told = JSON.parse(stdout) as Told;
  return new Map(told.hosts.map(({ name, derivation }) => [name, derivation ?? whyNot(told, name)]));
}

/** Without what is about the store, which differs with every change. */
function whyNot({ diagnostics }: Told, host: string): string {
  const found = diagnostics.find(({ text }) => new RegExp(String.raw`(?:^|[ ,'"])${host}(?:[ ,'"]|$)`, "u").test(text));
  const text = (found ?? diagnostics[0])?.text ?? "no derivation";
  return text
    .split("\n")[0]!
    .replace(/^.*?cannot be evaluated[^:]*: /u, "")
    .slice(0, 110);
}

interface Told {
  readonly hosts: readonly { readonly name: string; readonly derivation?: string }[];
  readonly diagnostics: readonly { readonly text: string }[];
}
