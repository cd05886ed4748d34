/**
 * Public fleets with every part more: whether there is a place for it, how many lines of files that were there change, whether comments are
 * untouched, whether it is the bytes of before when it is removed, and what becomes of all hosts when all parts are there at once.
 *
 *     node scripts/run.js packages/nivose/conformance/grow-parts-fleets.ts FOLDER… [--only TEXT,TEXT] [--kinds KIND,KIND] [--evaluate]
 *         [--hosts NAME,NAME] [--service NAME] [--input NAME=FOLDER]… [--timeout SECONDS] [--diff]
 *
 * FOLDER has one checkout a fleet. Each is copied, so nothing is written to it. With `--evaluate`, all parts are added one after another, with a
 * service on the new host, and the hosts named, or the first three, are evaluated on paper before and after. `--input` has an input that paper
 * knows nothing of, such as a library that reads folders, and is ignored by a fleet that has none of the name.
 */

import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { structuredPatch } from "diff";
import type { Repository } from "../src/check/source/repository.ts";
import { readRepository } from "../src/cli/check/read-repository.ts";
import { flakesAt } from "../src/cli/flakes-here.ts";
import { processContext } from "../src/cli/process.ts";
import { adders, type PartVerb } from "../src/scaffold/add/adders.ts";
import { addPart, type PartAdder, removePart } from "../src/scaffold/add/part.ts";
import type { Grown, GrownFile } from "../src/scaffold/growth.ts";
import { grownRepository } from "../src/scaffold/site/grown-repository.ts";
import { addHost } from "../src/scaffold/site/host.ts";
import { saidHosts } from "../src/scaffold/site/hosts.ts";
import { recognise } from "../src/scaffold/site/recognise.ts";
import { removeHost } from "../src/scaffold/site/remove-host.ts";
import { removeUser } from "../src/scaffold/site/remove-user.ts";
import { addUser } from "../src/scaffold/site/user.ts";
import { templatesOf } from "../src/scaffold/template.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: "string", default: "" },
    evaluate: { type: "boolean", default: false },
    hosts: { type: "string" },
    kinds: { type: "string" },
    service: { type: "string", default: "glances" },
    input: { type: "string", multiple: true, default: [] },
    timeout: { type: "string", default: "240" },
    diff: { type: "boolean", default: false },
  },
});

const bin = path.join(import.meta.dirname, "../bin/nivose.js");
const templates = templatesOf(path.join(import.meta.dirname, "../presets"), "homelab");
const HOST = "nova";
const PART = "zebra";
const USER = "zoe";

interface Way {
  readonly add: (repository: Repository) => Grown | Promise<Grown>;
  readonly remove: (repository: Repository) => Grown | Promise<Grown>;
}

const host: Way = {
  add: (repository) => addHost({ repository }, { host: { name: HOST, kind: "nixos", address: "10.9.8.7" } }, templates),
  remove: (repository) => removeHost({ repository }, HOST),
};

/** On all hosts; on the first one where it is asked for which it is. */
const user: Way = {
  add(repository) {
    const grown = addUser({ repository }, { user: { name: USER }, on: [] });
    const first = saidHosts(repository).find(({ kind }) => kind === "nixos");
    return grown.ok || first === undefined
      ? grown
      : addUser({ repository }, { user: { name: USER }, on: [first.name] });
  },
  remove: (repository) => removeUser({ repository }, USER),
};

const verbs = ["module", "profile", "role", "package", "overlay", "shell", "template"] as const satisfies PartVerb[];

const ways: Readonly<Record<string, Way>> = {
  host,
  user,
  ...Object.fromEntries(verbs.map((verb) => [verb, partWay(verb)])),
};

/** What the flake has under the name of a part. */
const attributes: Readonly<Record<string, readonly string[]>> = {
  package: [`packages.x86_64-linux.${PART}.drvPath`],
  shell: [`devShells.x86_64-linux.${PART}.drvPath`],
  overlay: [`overlays.${PART}`],
  template: [`templates.${PART}.description`],
};

const columns = [
  "fleet",
  ...Object.keys(ways),
  ...(values.evaluate ? ["service", "check", "evaluated", "hosts", "user evaluated"] : []),
];
process.stdout.write(`| ${columns.join(" | ")} |\n| ${columns.map(() => "---").join(" | ")} |\n`);
for (const top of positionals)
  for (const name of readdirSync(top).toSorted())
    if (values.only.split(",").some((each) => name.includes(each)))
      process.stdout.write(`| ${[name, ...(await tried(path.resolve(top, name)))].join(" | ")} |\n`);

function partWay(verb: PartVerb): Way {
  const adder = adders[verb] as PartAdder;
  return {
    add: async (repository) => addPart(adder, await recognise(repository), { name: PART }, templates),
    remove: async (repository) => removePart(adder, await recognise(repository), { name: PART }, templates),
  };
}

async function tried(fleet: string): Promise<readonly string[]> {
  const folder = copied(fleet);
  try {
    const context = processContext(folder, () => {});
    const repository = readRepository(flakesAt(folder, context), context);
    const cells: string[] = [];
    const added: string[] = [];
    let whole: Repository = repository;
    for (const [kind, way] of Object.entries(ways)) {
      const alone = await outcome(repository, way);
      cells.push(alone);
      if (!values.evaluate || kind === "user" || values.kinds?.split(",").includes(kind) === false) continue;
      const together = await way.add(whole);
      if (!together.ok) continue;
      added.push(kind);
      whole = grownRepository(whole, together.growth.files);
    }
    return values.evaluate ? [...cells, ...evaluated(folder, repository, whole, added)] : cells;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What one part alone does to the files. */
async function outcome(repository: Repository, { add, remove }: Way): Promise<string> {
  const grown = await add(repository);
  if (!grown.ok) return toldOf(grown);
  const { files } = grown.growth;
  const after = grownRepository(repository, files);
  const changes = [...files].filter(([name]) => repository.exists(name));
  const counts = changes.map(([name, file]) => linesOf(name, repository.read(name), file));
  const sum = (at: 0 | 1): number => counts.reduce((all, each) => all + each[at], 0);
  const back = await remove(after);
  const isSame = back.ok && isSameAs(repository, grownRepository(after, back.growth.files), [...files.keys()]);
  const broken = [...files.keys()].filter((name) => after.files.get(name)?.tree.ok === false);
  const fewer = changes.filter(([name]) => !isWithin(commentsIn(repository.read(name)), commentsIn(after.read(name))));
  return [
    changes.length === 0 ? "0" : `+${sum(0)} −${sum(1)}`,
    ...(broken.length > 0 ? [`broken: ${broken.join(", ")}`] : []),
    ...(fewer.length > 0 ? [`comments are lost: ${fewer.map(([name]) => name).join(", ")}`] : []),
    ...(isSame ? [] : [back.ok ? "other bytes when removed" : `not removed: ${toldOf(back)}`]),
  ].join("; ");
}

function toldOf(grown: Grown): string {
  return grown.ok ? "" : grown.problems.map(({ message }) => `${message.code}: ${message.text}`).join("; ");
}

function linesOf(
  name: string,
  before: Uint8Array | undefined,
  after: GrownFile | undefined,
): readonly [number, number] {
  const { hunks } = structuredPatch(name, name, textOf(before), textOf(after?.bytes));
  const lines = hunks.flatMap((hunk) => hunk.lines);
  if (values.diff) process.stderr.write(`${name}\n${lines.join("\n")}\n`);
  return [lines.filter((line) => line.startsWith("+")).length, lines.filter((line) => line.startsWith("-")).length];
}

function commentsIn(bytes: Uint8Array | undefined): readonly string[] {
  return textOf(bytes).match(/(?<=^|\s)#[^\n]*/gmu) ?? [];
}

/** Whether all are there in their order, perhaps with others between them: what is made like something has its comments, too. */
function isWithin(some: readonly string[], all: readonly string[]): boolean {
  let next = 0;
  for (const each of all) if (each === some[next]) next++;
  return next === some.length;
}

function textOf(bytes: Uint8Array | undefined): string {
  return Buffer.from(bytes ?? []).toString();
}

function isSameAs(before: Repository, after: Repository, names: readonly string[]): boolean {
  return names.every((name) => {
    const [one, other] = [before.read(name), after.read(name)];
    return one === undefined || other === undefined ? one === other : Buffer.compare(one, other) === 0;
  });
}

function evaluated(folder: string, repository: Repository, whole: Repository, added: readonly string[]): string[] {
  const asked =
    values.hosts?.split(",") ??
    saidHosts(repository)
      .filter(({ kind }) => kind === "nixos")
      .slice(0, 3)
      .map(({ name }) => name);
  // what is new makes the tree dirty, and a system may say of which tree it is
  writeFileSync(path.join(folder, "unrelated.txt"), "one\n");
  git(folder, "add", "--all", "--force");
  const before = derivations(folder, asked);
  const names = new Set([...repository.files.keys(), ...whole.files.keys(), ...whole.untracked, ...whole.tracked]);
  for (const name of names) {
    const bytes = whole.read(name);
    if (bytes === undefined || Buffer.compare(bytes, repository.read(name) ?? Buffer.of(0, 1)) === 0) continue;
    const target = path.join(folder, name);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, bytes);
  }
  git(folder, "add", "--all", "--force");
  const service = nivose(folder, "add", "service", values.service, "--on", HOST, "--allow-dirty", "--json");
  git(folder, "add", "--all", "--force");
  const parts = added.flatMap((kind) =>
    (attributes[kind] ?? []).map((attribute) => {
      const { status, stderr } = nivose(folder, "eval", "--paper", `.#${attribute}`);
      return `${kind}: ${status === 0 ? "yes" : (stderr.split("\n").find((line) => /error/u.test(line)) ?? "no").slice(0, 120)}`;
    }),
  );
  const after = derivations(folder, [...asked, HOST]);
  const differing = asked.filter((name) => after.get(name) !== before.get(name));
  const derived = [...before.values()].filter((each) => each.startsWith("/nix/store/")).length;
  const check = nivose(folder, "check", "--source", "--changed", "--json");
  const { findings = [] } = JSON.parse(check.stdout || "{}") as { findings?: { code: string; file?: string }[] };
  return [
    service.status === 0 ? "yes" : codesOf(service.stdout),
    findings.length === 0 ? "nothing new" : findings.map(({ code, file }) => `${code} (${file ?? ""})`).join(", "),
    parts.join("; "),
    [
      `${HOST}: ${after.get(HOST)?.startsWith("/nix/store/") === true ? "derived" : (after.get(HOST) ?? "not there")}`,
      `${derived} of ${asked.length} others derived`,
      differing.length === 0 ? "the same" : `differ: ${differing.join(", ")}`,
    ].join("; "),
    withUser(folder, after),
  ];
}

/** A person more: on the new host alone, if accounts can be said of one host. Who has the account is changed, and nobody else. */
function withUser(folder: string, before: ReadonlyMap<string, string>): string {
  const alone = nivose(folder, "add", "user", USER, "--on", HOST, "--allow-dirty", "--json");
  const added = alone.status === 0 ? alone : nivose(folder, "add", "user", USER, "--allow-dirty", "--json");
  if (added.status !== 0) return codesOf(added.stdout);
  git(folder, "add", "--all", "--force");
  const hosts = [...before.keys()];
  const after = derivations(folder, hosts);
  const having = hosts.filter((name) => {
    const attribute = `.#nixosConfigurations."${name}".config.users.users.${USER}.isNormalUser`;
    return nivose(folder, "eval", "--paper", attribute).stdout.includes("true");
  });
  const isDerived = (name: string): boolean => before.get(name)?.startsWith("/nix/store/") === true;
  const wrong = hosts.filter(
    (name) => isDerived(name) && (after.get(name) !== before.get(name)) !== having.includes(name),
  );
  return [
    having.length === 0 ? "no host has the account" : `${having.join(", ")} ${having.length > 1 ? "have" : "has"} it`,
    wrong.length === 0 ? "no other differs" : `not as expected: ${wrong.join(", ")}`,
  ].join("; ");
}

function codesOf(stdout: string): string {
  const { diagnostics = [] } = JSON.parse(stdout || "{}") as { diagnostics?: { code: string; text: string }[] };
  return diagnostics.map(({ code, text }) => `${code}: ${text.split("\n")[0]!.slice(0, 140)}`).join("; ");
}

function derivations(folder: string, hosts: readonly string[]): ReadonlyMap<string, string> {
  const { stdout } = nivose(folder, "show", "--paper", "--derivations", "--json", "--workers", "1", ...hosts);
  if (!stdout.startsWith("{")) return new Map();
  const told = JSON.parse(stdout) as {
    hosts: { name: string; derivation?: string }[];
    diagnostics: { text: string }[];
  };
  return new Map(
    told.hosts.map(({ name, derivation }) => {
      const why = told.diagnostics.find(({ text }) => text.includes(name))?.text ?? "no derivation";
      return [name, derivation ?? why.split("\n")[0]!.slice(0, 140)];
    }),
  );
}

function copied(fleet: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), "grow-parts-"));
  cpSync(fleet, folder, { recursive: true, filter: (name) => !/\/\.(?:git|cache)(?:\/|$)/u.test(name) });
  git(folder, "init", "--quiet");
  git(folder, "add", "--all", "--force");
  const author = ["-c", "user.name=a", "-c", "user.email=a@localhost"];
  git(folder, ...author, "commit", "--quiet", "--no-verify", "--message", "As it was");
  return folder;
}

function git(folder: string, ...words: readonly string[]): string {
  return spawnSync("git", words, { cwd: folder, encoding: "utf8", maxBuffer: 1 << 28 }).stdout;
}

function nivose(folder: string, ...words: readonly string[]) {
  const takesInputs = words[0] === "show" || words[0] === "eval" || (words[0] === "add" && words[1] === "service");
  return spawnSync(process.execPath, [bin, ...words, ...(takesInputs ? inputsOf(folder) : [])], {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 1 << 28,
    timeout: Number(values.timeout) * 1000,
  });
}

/** Those of `--input` that the fleet has. */
function inputsOf(folder: string): string[] {
  const lock = JSON.parse(readFileSync(path.join(folder, "flake.lock"), "utf8")) as {
    root: string;
    nodes: Record<string, { inputs?: Record<string, unknown> }>;
  };
  const names = new Set(Object.keys(lock.nodes[lock.root]?.inputs ?? {}));
  return values.input.flatMap((each) => {
    const [name, target] = [each.slice(0, each.indexOf("=")), each.slice(each.indexOf("=") + 1)];
    return names.has(name.split("/")[0]!) ? ["--override-input", name, `path:${path.resolve(target)}`] : [];
  });
}
