/**
 * `npm run bench -- engine NIXPKGS [HOME-MANAGER NIX-DARWIN]`: whole evaluations beside real Nix (NIVOSE_TEST_NIX, or the
 * Nix that `npm test` keeps), in turn, as ratios of wall time, of CPU time, and of memory. `--only WORD` for some of the
 * cases, `--runs N` for another number of runs than five.
 *
 * Where Nix runs in a system of its own, entering that costs a few hundredths of a second of each of its runs, which
 * flatters us in the small cases: the first row says how much.
 */

import { mkdtempSync, rmSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { EvaluationSession } from "@nivose/nix/engine";
import { aligned, type Command, type Measured, measure, median, paired } from "./parts/harness.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: "string", default: "" }, runs: { type: "string", default: "5" } },
});
const [nixpkgs, homeManager, darwin] = positionals.map((folder) => path.resolve(folder));
if (nixpkgs === undefined) {
  process.stderr.write("usage: npm run bench -- engine NIXPKGS [HOME-MANAGER NIX-DARWIN] [--only WORD] [--runs N]\n");
  process.exit(2);
}

const kept = path.join(process.env.XDG_CACHE_HOME || path.join(homedir(), ".cache"), "nivose/nix-2.26/nix-in");
const nix = process.env.NIVOSE_TEST_NIX ?? kept;
const bin = path.join(import.meta.dirname, "../packages/nivose/bin/nivose.js");
const systems = path.join(import.meta.dirname, "../packages/nix/conformance/systems.nix");
const cache = mkdtempSync(path.join(tmpdir(), "nivose-bench-"));
process.on("exit", () => rmSync(cache, { recursive: true, force: true }));

const folders = Object.entries({ nixpkgs, "home-manager": homeManager, "nix-darwin": darwin }).flatMap(
  ([name, folder]) => (folder === undefined ? [] : [[name, folder] as const]),
);
const search = folders.flatMap(([name, folder]) => ["-I", `${name}=${folder}`]);

/** One evaluation, and what it is compared with: at the least this ratio of wall times. */
interface Case {
  readonly name: string;
  readonly least: number;
  readonly parameters: readonly string[];
  /** Whether compiled files are at hand. What reads no files knows no first time but that of the program itself. */
  readonly cached?: boolean;
  readonly needs?: string | undefined;
}

const expression = (text: string): string[] => ["-E", text];
const system = (name: string): string[] => [systems, "-A", `${name}.drvPath`, ...search];
const packages = `
  let
    pkgs = import <nixpkgs> { };
    names = builtins.filter (name: builtins.match "[a-f].*" name != null) (builtins.attrNames pkgs);
    path = name: builtins.tryEval (let p = pkgs.\${name}; in if p ? drvPath then builtins.substring 0 0 p.drvPath else "");
    some = builtins.genList (index: builtins.elemAt names (index * 11)) 500;
  in builtins.length (builtins.filter (name: (path name).success) some)`;

/** Without compiled files and with them. */
function both(each: Case): Case[] {
  return [
    { ...each, name: `${each.name}, first time` },
    { ...each, name: `${each.name}, cached`, cached: true },
  ];
}

const cases: readonly Case[] = [
  { name: "1", least: Infinity, parameters: expression("1"), cached: true },
  ...["minimal", "server", "gnome", "containers"].flatMap((name) => [
    { name: `${name}, first time`, least: 0.9, parameters: system(name) },
    { name: `${name}, cached`, least: 0.6, parameters: system(name), cached: true },
  ]),
  { name: "lib/tests/misc.nix", least: 1, parameters: [path.join(nixpkgs, "lib/tests/misc.nix"), "--strict"] },
  ...both({ name: "nix-darwin", least: 1, parameters: system("nixDarwin"), needs: darwin }),
  ...both({ name: "Home Manager", least: 1, parameters: system("homeManager"), needs: homeManager }),
  ...both({ name: "500 packages", least: 1, parameters: [...expression(packages), ...search] }),
  {
    name: "hello, cached",
    least: 2.5,
    parameters: [...expression("(import <nixpkgs> { }).hello.drvPath"), ...search],
    cached: true,
  },
  {
    name: "fib",
    least: 1.3,
    cached: true,
    parameters: expression("let fib = n: if n < 2 then n else fib (n - 1) + fib (n - 2); in fib 32"),
  },
  {
    name: "foldl'",
    least: 1.3,
    cached: true,
    parameters: expression("builtins.foldl' (a: b: a + b) 0 (builtins.genList (x: x * 2) 6000000)"),
  },
  {
    name: "sort",
    least: 1.3,
    cached: true,
    parameters: expression(`
      let
        numbers = builtins.genList (i: let a = i * 7919; in a - (a / 400009) * 400009) 400000;
      in builtins.foldl' (a: x: a + x) 0 (builtins.sort (a: b: a < b) numbers)`),
  },
  {
    name: "attribute sets",
    least: 1.3,
    cached: true,
    parameters: expression(`
      let
        step = i: s:
          if i == 0 then s
          else step (i - 1) (s // { "k\${toString (i - (i / 50) * 50)}" = i; last = s.last or 0 + 1; });
        one = sum: j: let s = step 200 { inherit j; }; in sum + s.last + builtins.length (builtins.attrNames s);
      in builtins.foldl' one 0 (builtins.genList (x: x) 4000)`),
  },
  {
    name: "strings",
    least: 1.3,
    cached: true,
    parameters: expression(`
      let
        parts = builtins.genList (i: "item-\${toString i}") 500000;
        joined = builtins.concatStringsSep "," parts;
        length = p: builtins.stringLength (builtins.replaceStrings [ "item" "-" ] [ "thing" "_" ] p);
      in
        builtins.stringLength joined + builtins.length (builtins.split "," joined)
        + builtins.foldl' (sum: p: sum + length p + builtins.stringLength (builtins.substring 2 3 p)) 0 parts`),
  },
  {
    name: "regular expressions",
    least: 1.3,
    cached: true,
    parameters: expression(`
      let
        names = builtins.genList (i: "pkg-name-\${toString i}.\${toString (i * 3)}.0-rc1") 400000;
        found = builtins.match "([a-z]+)-([a-z]+)-([0-9]+)\\\\.([0-9]+)\\\\.([0-9]+)(-rc[0-9]+)?";
      in builtins.foldl' (sum: x: sum + builtins.length (found x)) 0 names`),
  },
  {
    name: "JSON",
    least: 1.3,
    cached: true,
    parameters: expression(`
      let
        one = i: { name = "n\${toString i}"; value = i; list = [ i (i + 1) "x" true null ]; nested = { a.b.c = i * 1.5; }; };
        text = builtins.toJSON (builtins.genList one 150000);
      in builtins.length (builtins.fromJSON text) + builtins.stringLength text`),
  },
];

const rows = [["", "ours", "Nix", "wall ratio", "least", "CPU ratio", "memory ratio"]];
for (const each of cases) {
  if (!each.name.includes(values.only) || (Object.hasOwn(each, "needs") && each.needs === undefined)) continue;
  try {
    const [ours, theirs] = measure([ourCommand(each), nixCommand(each)], { runs: Number(values.runs) });
    rows.push(row(each, ours!, theirs!));
  } catch (error) {
    // a tree of another release may hold what Nix 2.26 refuses
    process.stderr.write(`${each.name}: ${error instanceof Error ? error.message.split("\n")[0] : error}\n`);
  }
}
if ("server, next in a session".includes(values.only)) rows.push(await nextHost());
process.stdout.write(aligned(rows));

/**
 * Another host in a session that has evaluated one, as a fleet is: two take turns, so that none is ever there already. Nix
 * has no sessions, and begins anew.
 */
async function nextHost(): Promise<string[]> {
  const session = new EvaluationSession();
  const times: number[] = [];
  try {
    for (let run = 0; run < Number(values.runs); run++) {
      await timeOf(session, "minimal");
      times.push(await timeOf(session, "server"));
    }
  } finally {
    await session.end();
  }
  const [theirs] = measure([nixCommand({ name: "", least: 0, parameters: system("server") })], {
    runs: Number(values.runs),
  });
  const ours = median(times);
  const nixs = median(theirs!.runs.map((run) => run.wall));
  return [
    "server, next in a session",
    `${ours.toFixed(0)} ms`,
    `${nixs.toFixed(0)} ms`,
    (ours / nixs).toFixed(2),
    "0.4",
    "",
    "",
  ];
}

async function timeOf(session: EvaluationSession, name: string): Promise<number> {
  const expression = `(import ${systems}).${name}.drvPath`;
  const started = performance.now();
  const reply = await session.evaluate({
    expression: { kind: "text", text: Buffer.from(expression), name: "bench", folder: "/" },
    selections: [""],
    args: [],
    output: "value",
    strict: false,
    location: false,
    settings: {
      nixPath: folders.map(([prefix, folder]) => ({ prefix, path: folder })),
      currentSystem: "x86_64-linux",
    },
  });
  if (!reply.ok) throw new Error(reply.failure.text);
  return performance.now() - started;
}

function ourCommand({ name, parameters, cached }: Case): Command {
  const argv = [process.execPath, bin, "eval", ...parameters] as const;
  // without a folder that can be written to, nothing is kept
  return { name, argv: argv as Command["argv"], env: { XDG_CACHE_HOME: cached === true ? cache : "/dev/null" } };
}

function nixCommand({ name, parameters }: Case): Command {
  return { name: `${name} (Nix)`, argv: [nix, "nix-instantiate", "--eval", ...parameters] };
}

function row({ name, least }: Case, ours: Measured, theirs: Measured): string[] {
  const wall = (one: Measured): string => `${median(one.runs.map((run) => run.wall)).toFixed(0)} ms`;
  const memory = ours.peak === undefined || theirs.peak === undefined ? "" : (ours.peak / theirs.peak).toFixed(2);
  return [
    name,
    wall(ours),
    wall(theirs),
    paired(ours, theirs, (a, b) => a.wall / b.wall).toFixed(2),
    Number.isFinite(least) ? String(least) : "",
    paired(ours, theirs, (a, b) => a.cpu / b.cpu).toFixed(2),
    memory,
  ];
}
