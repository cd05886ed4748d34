/**
 * The promise of a trace: as long as it finds no change, evaluating again gives the same, but for the paths that the sources
 * have in the store. Repositories and folders are changed at random, in ways that matter and in ways that do not.
 */

import { rmSync } from "node:fs";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { Random } from "../../conformance/random.ts";
import { type Trace, TraceChecker } from "../../src/trace/index.ts";
import { ask } from "../flake/support/both.ts";
import { CaseFolder, gitEnvironment, run } from "../flake/support/flake-case.ts";

const SEED = Number(process.env["NIVOSE_TEST_SEED"] ?? 1);
const STEPS = Number(process.env["NIVOSE_TEST_STEPS"] ?? 15);
/** The clock of evaluations: much later than any change, or at the same time, when no `stat` is to be believed. */
const CLOCKS = [4_000_000_000, 0];

/** Each looks at the source in another way, and most of them at the store path in a way that may or may not matter. */
const outputs: Readonly<Record<string, string>> = {
  plain: "import ./a.nix",
  import: "import ./b",
  nested: "(import ./a.nix) + toString (import ./b).x",
  text: "builtins.readFile ./c.txt",
  names: "builtins.attrNames (builtins.readDir ./b)",
  types: "builtins.readDir ./.",
  exists: "map builtins.pathExists [ ./a.nix ./new.nix ./b/more ./untracked ]",
  kind: "builtins.readFileType ./c.txt",
  hash: 'builtins.hashFile "sha256" ./c.txt',
  copy: '"${./c.txt}"',
  tree: '"${./b}"',
  whole: '"${self}"',
  wholeFolder: '"${./.}"',
  outside: "toString ./c.txt",
  nameOf: "baseNameOf (toString ./.)",
  filtered: 'builtins.path { path = ./.; name = "x"; filter = p: t: baseNameOf p != "c.txt"; }',
  onlyNames: 'builtins.filterSource (p: t: builtins.match ".*[.]nix" (baseNameOf p) != null) ./.',
  revision: "self.rev or self.dirtyRev or null",
  modified: "self.lastModified or 0",
  narHash: "self.narHash",
  attributes: "builtins.attrNames self.sourceInfo",
  revisionOrNot: "self ? rev",
  hasRevision: '(self // { x = 1; }).shortRev or "dirty"',
  namesOfSelf: "builtins.attrNames self",
  values: "builtins.length (builtins.attrValues self.sourceInfo)",
  formals: "(({ rev ? null, ... }: rev == null) self)",
  mapped: "builtins.attrNames (builtins.mapAttrs (_: x: x) self.sourceInfo)",
  removed: '(removeAttrs self.sourceInfo [ "narHash" ]) ? rev',
  within: "with self; shortRev or 1",
  same: "self.sourceInfo == { }",
  derivation: '(derivation { name = "x"; builder = "/bin/sh"; system = "x"; args = [ ./c.txt ]; }).drvPath',
  pathInDerivation: '(derivation { name = "x"; builder = toString ./c.txt; system = "x"; }).drvPath',
  textFile: 'builtins.toFile "x" (builtins.unsafeDiscardStringContext "${toString ./c.txt}")',
  hashed: 'builtins.hashString "sha256" (toString ./.)',
  compared: 'builtins.lessThan (toString ./.) "/nix/store/m"',
  sorted: 'builtins.sort builtins.lessThan [ (toString ./.) "/nix/store/h" "/nix/store/s" ]',
  ordered: 'builtins.attrNames { ${toString ./.} = 1; "/nix/store/h" = 2; "/nix/store/s" = 3; }',
  listed:
    'builtins.attrNames (builtins.listToAttrs (map (name: { inherit name; value = 1; }) [ (toString ./.) "/nix/store/m" ]))',
  grouped: "builtins.attrNames (builtins.groupBy (x: x) [ (toString ./.) ])",
  contextNames: 'builtins.attrNames (builtins.getContext "${self}")',
  cut: "builtins.substring 11 3 (toString ./.)",
  behind: "builtins.substring 43 100 (toString ./b/x)",
  before: "builtins.substring 0 11 (toString ./.)",
  replaced: 'builtins.replaceStrings [ "a" ] [ "<a>" ] (toString ./.)',
  stripped: 'builtins.replaceStrings [ "${toString ./.}/" ] [ "" ] (toString ./b/x)',
  suffix: 'builtins.replaceStrings [ ".nix" ] [ "" ] (toString ./a.nix)',
  split: 'builtins.length (builtins.split "[a-c]" (toString ./.))',
  splitAtSlashes: 'builtins.filter builtins.isString (builtins.split "/" (toString ./b/x))',
  matched: 'builtins.match "/nix/store/[a-m].*" (toString ./.) != null',
  matchedName: 'builtins.match ".*\\\\.nix" (toString ./a.nix) != null',
  version: "(builtins.parseDrvName (baseNameOf (toString ./.))).version",
  compareVersions: 'builtins.compareVersions (baseNameOf (toString ./.)) "5"',
  json: "builtins.fromJSON (builtins.toJSON { ${baseNameOf (toString ./.)} = 1; x = 2; })",
  length: "builtins.stringLength (toString ./.)",
  equal: "toString ./. == toString ./b/..",
  link: "builtins.readFile ./link",
  hidden: "(self // { narHash = 1; }) ? rev",
  hiddenNames: "builtins.attrNames (self.sourceInfo // { narHash = 1; })",
  gathered: 'builtins.length (builtins.catAttrs "rev" [ (self // { narHash = 1; }) self ])',
  zipped: "builtins.zipAttrsWith (_: builtins.length) [ { rev = 1; } self.sourceInfo ] ? dirtyRev",
  date: "self.lastModifiedDate",
  known: 'builtins.elem (toString ./a.nix) [ "/nix/store/x" (toString ./b/../a.nix) ]',
  closure:
    "builtins.genericClosure { startSet = [ { key = toString ./a.nix; } { key = ./c.txt; } ]; operator = _: [ ]; } == [ ]",
  keys: "builtins.length (builtins.genericClosure { startSet = map (p: { key = toString p; }) [ ./a.nix ./b ./. ./a.nix ]; operator = _: [ ]; })",
  inFolder: 'builtins.match ".*/default\\\\.nix" (toString ./b/default.nix) != null',
  withinFolder: 'builtins.match ".*/modules/.*" (toString ./b/default.nix) != null',
  shortName: 'builtins.match ".*/ab.*" (toString ./a.nix) != null',
  replacedName: 'builtins.replaceStrings [ "default.nix" ] [ "" ] (toString ./b/default.nix)',
  replacedStart: 'builtins.replaceStrings [ "z-source" "a-so" ] [ "" "" ] (toString ./a.nix)',
  replacedShort: 'builtins.replaceStrings [ "/a" ] [ "/<a>" ] (toString ./a.nix)',
  glued: 'builtins.replaceStrings [ "xa" "ae" ] [ "1" "2" ] "x${baseNameOf ./.}e"',
  xml: "builtins.toXML { a = ./a.nix; }",
  position: 'builtins.unsafeGetAttrPos "x" (import ./b)',
  context: 'builtins.hasContext "${self}"',
  toml: "(builtins.fromTOML \"a = '${toString ./.}'\").a",
  written: 'builtins.readFile (builtins.toFile "x" (builtins.unsafeDiscardStringContext (toString ./b)))',
  imported: 'import (builtins.toFile "x.nix" "import ${toString ./a.nix}")',
  linked: "import ./folder/default.nix",
  linkType: "builtins.readFileType ./folder",
  belowFile: "builtins.pathExists ./c.txt/x",
  twice: 'builtins.path { path = ./b; name = "source"; filter = p: t: t != "directory"; }',
  inCopy: 'builtins.readDir (builtins.path { path = ./.; name = "y"; filter = p: _: baseNameOf p != "more"; })',
  found: 'builtins.pathExists "${./b}/more/x"',
};

const flakeText = `{ outputs = { self }: {\n${Object.entries(outputs)
  .map(([name, text]) => `  ${name} = ${text};\n`)
  .join("")}}; }\n`;

const files = {
  "top/flake.nix": flakeText,
  "top/a.nix": '"a"\n',
  "top/b/default.nix": "{ x = 1; }\n",
  "top/b/other.nix": "2\n",
  "top/c.txt": "c\n",
  "top/link": "-> c.txt",
  "top/folder": "-> b",
};

/** Changes in bash; N is another number each time. */
const changes = [
  "echo '\"aN\"' >a.nix",
  "echo '{ x = N; }' >b/default.nix",
  "echo N >b/other.nix",
  "echo N >c.txt",
  "echo N >unread.txt",
  "touch c.txt a.nix",
  "touch -d @1600000000 c.txt",
  "echo N >>flake.nix; sed -i '$d' flake.nix",
  "rm -rf b/more; mkdir b/more; echo N >b/more/x",
  "rm -rf b/more",
  "echo N >new.nix",
  "rm -f new.nix",
  "echo N >untracked",
  "chmod +x c.txt",
  "chmod -x c.txt",
  "rm c.txt; echo c >c.txt",
  "ln -sfn a.nix link",
  "ln -sfn c.txt link",
  "touch -d @1800000000 unread.txt",
  "ln -sfn ../top/b folder",
  "rm -rf folder; mkdir folder; echo N >folder/default.nix",
  "rm -rf folder; ln -s b folder",
  "rm -rf b/more; ln -s ../c.txt b/more",
  "chmod 600 a.nix",
  "printf x >c.txt; touch -d @1700000000 c.txt",
  "printf y >c.txt; touch -d @1700000000 c.txt",
  "git update-index --assume-unchanged c.txt 2>/dev/null || true",
  "git update-index --really-refresh --no-assume-unchanged c.txt 2>/dev/null || true",
  "echo '*.txt text eol=crlf' >.gitattributes",
  "git config core.autocrlf true",
  "git commit --quiet --amend --allow-empty -m N 2>/dev/null || true",
  "git add . 2>/dev/null || true",
  "git add --intent-to-add . 2>/dev/null || true",
  "git commit --quiet --all -m N 2>/dev/null || true",
  "git rm --quiet --cached -f new.nix 2>/dev/null || true",
  "git stash --quiet 2>/dev/null || true",
];

interface Kept {
  readonly output: string;
  readonly trace: Trace;
}

const folders = new CaseFolder();
afterAll(() => folders.remove());

/** Random states of one flake: how often an answer was still good, so that a test can tell that some were, and when not. */
function wander(kind: "git" | "folder", seed: number): { readonly recalled: number; readonly wrong: string[] } {
  const random = new Random(seed);
  const folder = folders.make({ name: `${kind} ${seed}`, files, ...(kind === "git" ? { git: ["top"] } : {}) });
  const top = path.join(folder, "top");
  const flake = kind === "git" ? "./top" : "path:./top";
  const kept = new Map<string, Kept>();
  const wrong: string[] = [];
  let recalled = 0;
  for (let step = 0; step < STEPS; step++) {
    const change = random.pick(changes).replaceAll("N", String(step));
    run(kind === "git" ? change : change.replaceAll("git ", "true "), top);
    const currentTime = random.pick(CLOCKS);
    const checker = new TraceChecker((name) => gitEnvironment[name as keyof typeof gitEnvironment]);
    for (const name of Object.keys(outputs)) {
      if (kept.has(name) && random.below(3) > 0) continue;
      const before = kept.get(name);
      const holds = before !== undefined && checker.findChange(before.trace) === undefined;
      if (holds) recalled++;
      const expected = holds ? moved(before, checker) : undefined;
      const { reply } = ask(folder, `${flake}#${name}`, { trace: true, settings: { currentTime } });
      const output = reply.ok ? reply.output : `error: ${reply.failure.text}`;
      if (expected !== undefined && output !== expected)
        wrong.push(`${name} after ${change}, step ${step}: ${expected} but ${output}`);
      if (reply.ok && reply.trace !== undefined && "sources" in reply.trace)
        kept.set(name, { output, trace: reply.trace });
      else kept.delete(name);
    }
  }
  rmSync(folder, { recursive: true, force: true });
  return { recalled, wrong };
}

function moved({ output, trace }: Kept, checker: TraceChecker): string {
  let text = output;
  for (const [before, now] of checker.movedHashes(trace)) text = text.replaceAll(before, now);
  return text;
}

describe("an answer whose trace finds no change is what evaluating again gives", () => {
  test.each([
    ["git", 0],
    ["folder", 1],
  ] as const)("of a %s", { timeout: 240_000 }, (kind, offset) => {
    const { recalled, wrong } = wander(kind, SEED * 2 + offset);
    expect(wrong).toEqual([]);
    expect(recalled).toBeGreaterThan(STEPS);
  });
});

describe("an edit of a file that an answer has nothing to do with", () => {
  const survivors = [
    "plain import names exists kind hash copy outside derivation behind before stripped suffix splitAtSlashes",
    "matchedName length equal link inFolder withinFolder replacedName keys known",
  ].flatMap((line) => line.split(" "));

  test.each(survivors)("leaves it as it is: %s", (name) => {
    const folder = folders.make({ name: `kept ${name}`, files: { ...files, "top/unread.txt": "0\n" }, git: ["top"] });
    const { reply } = ask(folder, `./top#${name}`, { trace: true });
    run("echo 1 >unread.txt", path.join(folder, "top"));
    if (!reply.ok || reply.trace === undefined || "obstacle" in reply.trace) throw new Error("there is no trace");
    const checker = new TraceChecker((each) => gitEnvironment[each as keyof typeof gitEnvironment]);
    expect(checker.findChange(reply.trace)).toBeUndefined();
  });
});
