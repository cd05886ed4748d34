/** Changes that are seen only by whoever looks further than at the files that were read. */

import { afterAll, expect, test } from "vitest";
import { TraceChecker } from "../../src/trace/index.ts";
import { ask } from "../flake/support/both.ts";
import { CaseFolder, type Files, gitEnvironment, run } from "../flake/support/flake-case.ts";

const folders = new CaseFolder();
afterAll(() => folders.remove());

/** Later than every change, so that what `stat` says is believed. */
const currentTime = 4_000_000_000;

interface Change {
  readonly name: string;
  readonly files: Files;
  readonly git?: readonly string[];
  readonly script?: string;
  /** The folder of the flake, unless it is `./top`. */
  readonly flake?: string;
  readonly change: string;
}

const flake = (value: string): Files => ({ "top/flake.nix": `{ outputs = { self }: { x = ${value}; }; }\n` });

/** A flake of two folders, each with a file. */
const ofTwo = (value: string, first: string, second: string): Files => ({
  "top/flake.nix": `{
  inputs.a = { url = "path:ROOT/a"; flake = false; };
  inputs.b = { url = "path:ROOT/b"; flake = false; };
  outputs = { self, a, b }: { x = ${value}; };
}
`,
  "a/x": first,
  "b/x": second,
});

const closure =
  "builtins.length (builtins.genericClosure { startSet = map (each: { key = each + /x; }) [ a b ]; operator = _: [ ]; })";

const imported: Files = { ...flake("import ./b"), "top/b/default.nix": "1\n" };

const changes: readonly Change[] = [
  {
    name: "the time of a folder",
    files: flake("self.lastModified"),
    flake: "path:./top",
    change: "touch -d @1800000000 top/flake.nix",
  },
  {
    name: "a repository that begins where the flake is",
    files: imported,
    change: "cd top; git init --quiet; git add flake.nix",
  },
  { name: "a repository that begins above it", files: imported, change: "git init --quiet; git add top/flake.nix" },
  {
    name: "a repository that begins within another one",
    files: imported,
    git: ["."],
    change: "cd top; git init --quiet; git add flake.nix",
  },
  {
    name: "a repository that becomes shallow",
    files: { ...flake("self ? rev"), "top/unread": "" },
    git: ["top"],
    change: "echo >top/.git/shallow",
  },
  {
    name: "two equal folders that become different ones",
    files: ofTwo("toString a == toString b", "1", "1"),
    change: "echo 2 >a/x",
  },
  {
    name: "two folders that become equal",
    files: ofTwo("toString a == toString b", "1", "2"),
    change: "printf 1 >b/x",
  },
  {
    name: "two folders whose paths are elements",
    files: ofTwo('builtins.elem (a + "/x") [ (b + "/x") ]', "1", "2"),
    change: "printf 1 >b/x",
  },
  { name: "two folders whose paths are keys", files: ofTwo(closure, "1", "2"), change: "printf 1 >b/x" },
  {
    name: "a folder whose path is known elsewhere",
    files: ofTwo('a + "" == builtins.readFile (b + "/x")', "1", "/nix/store/l158y0x69qrbj11bnllwj1jps0clpl7g-source"),
    change: "printf 2 >a/x",
  },
  {
    name: "a folder of a repository that is an input as it is, too",
    files: {
      "top/flake.nix": `{
  inputs.a = { url = "path:ROOT/top/sub"; flake = false; };
  outputs = { self, a }: { x = [ (builtins.readDir a) (builtins.readDir ./sub) ]; };
}
`,
      "top/sub/x": "",
    },
    git: ["top"],
    script: "echo >top/sub/new",
    change: "cd top; git add --intent-to-add sub",
  },
  ...["rm top/b; mkdir top/b", "mv top/c top/d; ln -s d top/c"].map((change) => ({
    name: `what is in the place of a tracked file: ${change}`,
    files: { ...flake("baseNameOf ./."), "top/b": "-> flake.nix", "top/c/x": "" },
    git: ["top"],
    change,
  })),
  ...[
    "(self // { narHash = 1; }) ? rev",
    "builtins.attrNames (self.sourceInfo // { narHash = 1; })",
    '(removeAttrs (self // { narHash = 1; }) [ "a" ]) ? rev',
    'builtins.hasAttr "rev" (self // { inherit (self) narHash; })',
    "({ narHash, rev ? null, ... }: rev == null) (self // { narHash = 1; })",
  ].map((value) => ({
    name: `facts under others: ${value}`,
    files: { ...flake(value), "top/unread": "" },
    git: ["top"],
    change: "echo 1 >top/unread",
  })),
];

test.each(changes)("$name", (each) => {
  const folder = folders.make(each);
  const request = { trace: true, settings: { currentTime } } as const;
  const told = (): string => {
    const { reply } = ask(folder, `${each.flake ?? "./top"}#x`, request);
    return reply.ok ? reply.output : reply.failure.text;
  };
  const { reply } = ask(folder, `${each.flake ?? "./top"}#x`, request);
  if (!reply.ok || reply.trace === undefined) throw new Error("there is no answer");
  run(each.change, folder);
  const fresh = told();
  expect(fresh).not.toBe(reply.output);
  if ("obstacle" in reply.trace) return; // it is not kept
  const checker = new TraceChecker((name) => gitEnvironment[name as keyof typeof gitEnvironment]);
  if (checker.findChange(reply.trace) !== undefined) return;
  const moved = checker.movedHashes(reply.trace);
  expect(reply.output.replaceAll(/[0-9a-z]{32}/gu, (hash) => moved.get(hash) ?? hash)).toBe(fresh);
});
