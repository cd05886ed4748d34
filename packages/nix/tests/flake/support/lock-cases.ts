/** Flakes whose lock files are compared with those of Nix. */

import { type Files, flake, type FlakeCase } from "./flake-case.ts";

export interface LockCase extends FlakeCase {
  /** Locks with Nix first, and then writes these files; nothing for a content removes one. */
  readonly later?: Readonly<Record<string, string | undefined>>;
  /** Changes the lock file that Nix has written first. */
  readonly relock?: (lock: string, folder: string) => string;
  readonly laterScript?: string;
  readonly overrides?: readonly (readonly [input: string, reference: string])[];
  /** Inputs to look up anew; empty for all. */
  readonly updates?: readonly string[];
}

const plain: Files = { "a/flake.nix": flake(), "b/flake.nix": flake(), "c/flake.nix": flake() };
const top = (inputs: string, outputs?: string): Files => ({ "top/flake.nix": flake(inputs, outputs) });
const inRepository = { git: ["."], flake: "./top" } as const;

export const lockCases: readonly LockCase[] = [
  // ---- kinds of references
  { name: "no inputs", files: top("") },
  { name: "an absolute path", files: { ...plain, ...top('a.url = "path:ROOT/a";') } },
  { name: "an absolute path without a scheme", files: { ...plain, ...top('a.url = "ROOT/a";') } },
  { name: "an absolute path as attributes", files: { ...plain, ...top('a = { type = "path"; path = "ROOT/a"; };') } },
  { name: "a relative path", files: { ...plain, ...top('a.url = "path:./a";'), "top/a/flake.nix": flake() } },
  { name: "a relative path without a dot", files: { ...top('a.url = "path:a";'), "top/a/flake.nix": flake() } },
  { name: "a relative path without a scheme", files: { ...top('a.url = "./a";'), "top/a/flake.nix": flake() } },
  { name: "a relative path as a path", files: { ...top("a.url = ./a;"), "top/a/flake.nix": flake() } },
  {
    name: "a relative path as attributes",
    files: { ...top('a = { type = "path"; path = "./a"; };'), "top/a/flake.nix": flake() },
  },
  {
    name: "a path above the flake, in its repository",
    files: { ...plain, ...top('a.url = "path:../a";') },
    ...inRepository,
  },
  { name: "a path above the flake as a path", files: { ...plain, ...top("a.url = ../a;") }, ...inRepository },
  { name: "a path above the flake that leaves its source", files: { ...plain, ...top('a.url = "path:../a";') } },
  { name: "a relative path to what is not there", files: top('a.url = "path:./a";') },
  { name: "an absolute path to what is not there", files: top('a.url = "path:ROOT/a";') },
  { name: "a folder in a path", files: { ...top('a.url = "path:ROOT/x?dir=y";'), "x/y/flake.nix": flake() } },
  {
    name: "a folder in a path as an attribute",
    files: { ...top('a = { type = "path"; path = "ROOT/x"; dir = "y/z"; };'), "x/y/z/flake.nix": flake() },
  },
  {
    name: "a folder in a relative path",
    files: { ...top('a.url = "path:./x?dir=y";'), "top/x/y/flake.nix": flake(), "top/x/flake.nix": flake() },
  },
  {
    name: "a path with blanks and percent signs",
    files: { ...top('a.url = "path:ROOT/x%20y%25";'), "x y%/flake.nix": flake() },
  },
  { name: "a path with a time", files: { ...plain, ...top('a.url = "path:ROOT/a?lastModified=12";') } },
  { name: "a Git repository", files: { ...plain, ...top('a.url = "git+file://ROOT/a";') }, git: ["a"] },
  {
    name: "a Git repository as attributes",
    files: { ...plain, ...top('a = { type = "git"; url = "file://ROOT/a"; };') },
    git: ["a"],
  },
  {
    name: "a path in attributes of Git",
    files: { ...plain, ...top('a = { type = "git"; url = "ROOT/a"; };') },
    git: ["a"],
  },
  { name: "a branch", files: { ...plain, ...top('a.url = "git+file://ROOT/a?ref=main";') }, git: ["a"] },
  {
    name: "a tag",
    files: { ...plain, ...top('a.url = "git+file://ROOT/a?ref=refs/tags/v1";') },
    git: ["a"],
    script: "cd a && git tag v1 && echo >x && git add . && git commit -qm two",
  },
  {
    name: "an annotated tag",
    files: { ...plain, ...top('a.url = "git+file://ROOT/a?ref=v1";') },
    git: ["a"],
    script: "cd a && git tag -a -m one v1 && echo >x && git add . && git commit -qm two",
  },
  {
    name: "a branch that is not there",
    files: { ...plain, ...top('a.url = "git+file://ROOT/a?ref=gone";') },
    git: ["a"],
  },
  {
    name: "a revision",
    files: { ...plain, ...top("") },
    git: ["a"],
    script: `cat >top/flake.nix <<END
{ inputs.a.url = "git+file://ROOT/a?rev=$(git -C a rev-parse HEAD)"; outputs = _: { }; }
END`,
  },
  {
    name: "a revision that is not there",
    files: { ...plain, ...top(`a.url = "git+file://ROOT/a?rev=${"1".repeat(40)}";`) },
    git: ["a"],
  },
  {
    name: "a folder in a Git repository",
    files: { ...top('a.url = "git+file://ROOT/x?dir=y";'), "x/y/flake.nix": flake() },
    git: ["x"],
  },
  {
    name: "a Git repository that is dirty",
    files: { ...plain, ...top('a.url = "git+file://ROOT/a";') },
    git: ["a"],
    script: "echo >>a/flake.nix",
  },
  {
    name: "a bare repository",
    files: { ...plain, ...top('a.url = "git+file://ROOT/bare.git";') },
    git: ["a"],
    script: "git clone --quiet --bare a bare.git",
  },
  {
    name: "a shallow repository",
    files: { ...plain, ...top('a.url = "git+file://ROOT/s?shallow=1";') },
    git: ["a"],
    script: "git clone --quiet --depth 1 file://ROOT/a s",
  },
  {
    name: "a shallow repository by its branch",
    files: { ...plain, ...top('a.url = "git+file://ROOT/s?shallow=1&ref=main";') },
    git: ["a"],
    script: "git clone --quiet --depth 1 file://ROOT/a s",
  },
  {
    name: "a shallow repository that must not be one",
    files: { ...plain, ...top('a.url = "git+file://ROOT/s?ref=main";') },
    git: ["a"],
    script: "git clone --quiet --depth 1 file://ROOT/a s",
  },
  { name: "no flake", files: { ...top('a = { url = "path:ROOT/a"; flake = false; };'), "a/x": "x" } },
  { name: "no flake, as a path", files: { ...top("a = { url = ./a; flake = false; };"), "top/a/x": "x" } },
  { name: "no flake, a file", files: { ...top('a = { url = "path:ROOT/x"; flake = false; };'), x: "x" } },
  {
    name: "no flake, with a folder",
    files: { ...top('a = { url = "path:ROOT/a?dir=b"; flake = false; };'), "a/b/x": "x" },
  },
  { name: "a flake that is none", files: { ...top('a.url = "path:ROOT/a";'), "a/x": "x" } },
  { name: "a reference with a fragment", files: { ...plain, ...top('a.url = "path:ROOT/a#b";') } },
  { name: "an input that a registry has to know", files: top('a.url = "unheard-of";') },
  { name: "an input without anything", files: top("a = { };") },
  {
    name: "arguments that no input is declared for",
    files: { ...plain, ...top('a.url = "path:ROOT/a";', "{ self, a, unheard-of }: { }") },
  },
  {
    name: "arguments with an ellipsis",
    files: { ...plain, ...top('a.url = "path:ROOT/a";', "{ self, a, ... }@all: { }") },
  },

  // ---- names of a registry
  { name: "a name of a registry", files: top('a.url = "known";') },
  {
    name: "a name of a registry as attributes",
    files: top('known-in-folder = { type = "indirect"; id = "known-in-folder"; };'),
  },
  { name: "a name of a registry, by the name of the input", files: top("known = { };") },
  { name: "an argument that a registry knows", files: top("", "{ self, known }: { }") },
  { name: "a branch of a name", files: top('a.url = "known-repository/main";') },
  { name: "a branch of a path", files: top('a.url = "known/main";') },
  { name: "a name for a name", files: top('a.url = "chained";') },
  { name: "names in a circle", files: top('a.url = "circle";') },
  { name: "a branch of an exact name", files: top('a.url = "exact/main";') },
  { name: "an override by a name", files: { ...plain, ...top('a.url = "path:ROOT/a";') }, overrides: [["a", "known"]] },

  // ---- inputs of inputs
  {
    name: "inputs of inputs",
    files: {
      ...plain,
      "b/flake.nix": flake('c.url = "path:ROOT/c";'),
      ...top('a.url = "path:ROOT/a"; b.url = "path:ROOT/b";'),
    },
  },
  {
    name: "inputs of one name",
    files: {
      ...plain,
      "a/flake.nix": flake('c.url = "path:ROOT/c";'),
      "b/flake.nix": flake('c.url = "path:ROOT/c"; a.url = "path:ROOT/a";'),
      ...top('a.url = "path:ROOT/a"; b.url = "path:ROOT/b"; c.url = "path:ROOT/c";'),
    },
  },
  {
    name: "an input that is called root",
    files: { ...plain, ...top('root.url = "path:ROOT/a"; a.url = "path:ROOT/b";') },
  },
  {
    name: "relative paths of inputs",
    files: {
      "x/flake.nix": flake('y.url = "path:./y";'),
      "x/y/flake.nix": flake('z.url = "path:../z";'),
      "x/z/flake.nix": flake(),
      ...top('x.url = "path:ROOT/x";'),
    },
  },
  {
    name: "relative paths, nested",
    files: {
      ...top('a.url = "path:./a";'),
      "top/a/flake.nix": flake('b.url = "path:./b"; c.url = "path:../c";'),
      "top/a/b/flake.nix": flake('c.url = "path:../../c";'),
      "top/c/flake.nix": flake(),
    },
  },
  {
    name: "the lock file of an input",
    files: { ...plain, "a/flake.nix": flake('b.url = "path:ROOT/b";'), ...top('a.url = "path:ROOT/a";') },
    script: `cat >a/flake.lock <<END
{ "version": 7, "root": "root", "nodes": { "root": { "inputs": { "b": "b" } }, "b": {
  "locked": { "type": "path", "path": "ROOT/elsewhere", "narHash": "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=", "lastModified": 3 },
  "original": { "type": "path", "path": "ROOT/b" } } } }
END`,
  },
  {
    name: "a circle of flakes",
    files: {
      "a/flake.nix": flake('b.url = "path:ROOT/b";'),
      "b/flake.nix": flake('a.url = "path:ROOT/a";'),
      ...top('a.url = "path:ROOT/a";'),
    },
  },

  // ---- follows
  {
    name: "an input of an input follows another",
    files: {
      ...plain,
      "b/flake.nix": flake('c.url = "path:ROOT/c";'),
      ...top('a.url = "path:ROOT/a"; b = { url = "path:ROOT/b"; inputs.c.follows = "a"; };'),
    },
  },
  {
    name: "an input follows one of an input",
    files: {
      ...plain,
      "b/flake.nix": flake('c.url = "path:ROOT/c";'),
      ...top('b.url = "path:ROOT/b"; c.follows = "b/c";'),
    },
  },
  {
    name: "an input of an input follows the flake itself",
    files: {
      ...plain,
      "b/flake.nix": flake('c.url = "path:ROOT/c";'),
      ...top('b = { url = "path:ROOT/b"; inputs.c.follows = ""; };'),
    },
  },
  {
    name: "follows through siblings",
    files: {
      ...plain,
      "a/flake.nix": flake('x.url = "path:ROOT/c";'),
      "b/flake.nix": flake('x.url = "path:ROOT/c";'),
      ...top('a.url = "path:ROOT/a"; b = { url = "path:ROOT/b"; inputs.x.follows = "a/x"; }; c.follows = "b/x";'),
    },
  },
  { name: "follows in a circle", files: top('a.follows = "b"; b.follows = "a";') },
  { name: "follows itself", files: top('a.follows = "a";') },
  { name: "follows what is not there", files: { ...plain, ...top('a.follows = "gone"; b.url = "path:ROOT/b";') } },
  {
    name: "follows what is not there in an input",
    files: { ...plain, ...top('a.follows = "b/gone"; b.url = "path:ROOT/b";') },
  },
  {
    name: "an input that has follows itself",
    files: {
      ...plain,
      "b/flake.nix": flake('a.url = "path:ROOT/a"; c = { url = "path:ROOT/c"; inputs.d.follows = "a"; };'),
      "c/flake.nix": flake('d.url = "path:ROOT/a";'),
      ...top('b.url = "path:ROOT/b";'),
    },
  },
  {
    name: "follows and a reference",
    files: { ...plain, ...top('a.url = "path:ROOT/a"; b = { url = "path:ROOT/b"; follows = "a"; };') },
  },
  { name: "follows with slashes in excess", files: { ...plain, ...top('a.url = "path:ROOT/a"; b.follows = "/a//";') } },
  { name: "follows a name that is none", files: { ...plain, ...top('a.url = "path:ROOT/a"; b.follows = "a/1";') } },

  // ---- overrides
  {
    name: "an override of an input's input",
    files: {
      ...plain,
      "b/flake.nix": flake('c.url = "path:ROOT/c";'),
      ...top('b = { url = "path:ROOT/b"; inputs.c.url = "path:ROOT/a"; };'),
    },
  },
  {
    name: "a relative override of an input's input",
    files: {
      ...plain,
      "b/flake.nix": flake('c.url = "path:ROOT/c";'),
      "top/own/flake.nix": flake(),
      ...top('b = { url = "path:ROOT/b"; inputs.c.url = "path:./own"; };'),
    },
  },
  {
    name: "an override two levels down",
    files: {
      ...plain,
      "a/flake.nix": flake('b.url = "path:ROOT/b";'),
      "b/flake.nix": flake('c.url = "path:ROOT/c";'),
      ...top('a = { url = "path:ROOT/a"; inputs.b.inputs.c.url = "path:ROOT/d"; };'),
      "d/flake.nix": flake(),
    },
  },
  {
    name: "overrides on two levels",
    files: {
      ...plain,
      "a/flake.nix": flake('b = { url = "path:ROOT/b"; inputs.c.url = "path:ROOT/e"; };'),
      "b/flake.nix": flake('c.url = "path:ROOT/c";'),
      ...top('a = { url = "path:ROOT/a"; inputs.b.inputs.c.url = "path:ROOT/d"; };'),
      "d/flake.nix": flake(),
      "e/flake.nix": flake(),
    },
  },
  {
    name: "an override of what is not there",
    files: { ...plain, ...top('a = { url = "path:ROOT/a"; inputs.gone.url = "path:ROOT/b"; };') },
  },
  {
    name: "an override that says nothing of being a flake",
    files: {
      ...plain,
      "b/flake.nix": flake('c = { url = "path:ROOT/c"; flake = false; };'),
      ...top('b = { url = "path:ROOT/b"; inputs.c.url = "path:ROOT/a"; };'),
    },
  },
  {
    name: "an override of the command line",
    files: { ...plain, ...top('a.url = "path:ROOT/a"; b.url = "path:ROOT/b";') },
    overrides: [["a", "path:ROOT/c"]],
  },
  {
    name: "a relative override of the command line",
    files: { ...plain, ...top('a.url = "path:ROOT/a";') },
    overrides: [["a", "./c"]],
  },
  {
    name: "an override of the command line in an input",
    files: { ...plain, "b/flake.nix": flake('c.url = "path:ROOT/c";'), ...top('b.url = "path:ROOT/b";') },
    overrides: [["b/c", "path:ROOT/a"]],
  },
  {
    name: "an override of the command line of what follows",
    files: {
      ...plain,
      "b/flake.nix": flake('c.url = "path:ROOT/c";'),
      ...top('a.url = "path:ROOT/a"; b = { url = "path:ROOT/b"; inputs.c.follows = "a"; };'),
    },
    overrides: [["b/c", "path:ROOT/c"]],
  },
  {
    name: "an override by a path of what is no flake",
    files: { ...top('a = { url = "path:ROOT/x"; flake = false; };'), "x/text": "x", "y/text": "y" },
    overrides: [["a", "./y"]],
  },
  {
    name: "an override by a path in a flake that is none",
    files: { ...plain, ...top('a.url = "path:ROOT/a";'), "b/below/text": "y" },
    overrides: [["a", "./b/below"]],
  },
  {
    name: "an override of the command line of what is not there",
    files: { ...plain, ...top('a.url = "path:ROOT/a";') },
    overrides: [["gone", "path:ROOT/c"]],
  },
  {
    name: "an override of the command line with what is locked",
    files: { ...plain, ...top('a.url = "path:ROOT/a";') },
    later: {},
    overrides: [["a", "path:ROOT/b"]],
  },

  // ---- lock files that are there
  { name: "a lock file that is up to date", files: { ...plain, ...top('a.url = "path:ROOT/a";') }, later: {} },
  { name: "what is locked stays", files: { ...plain, ...top('a.url = "path:ROOT/a";') }, later: { "a/x": "new" } },
  {
    name: "what is locked stays though it has gone",
    files: { ...plain, ...top('a = { url = "path:ROOT/a"; flake = false; };') },
    later: { "a/flake.nix": undefined },
  },
  {
    name: "an input more",
    files: { ...plain, ...top('a.url = "path:ROOT/a";') },
    later: { "a/x": "new", ...top('a.url = "path:ROOT/a"; b.url = "path:ROOT/b";') },
  },
  {
    name: "an input less",
    files: { ...plain, ...top('a.url = "path:ROOT/a"; b.url = "path:ROOT/b";') },
    later: top('b.url = "path:ROOT/b";'),
  },
  {
    name: "an input that is another",
    files: { ...plain, ...top('a.url = "path:ROOT/a";') },
    later: top('a.url = "path:ROOT/b";'),
  },
  {
    name: "an input that is a flake no longer",
    files: { ...plain, ...top('a.url = "path:ROOT/a";') },
    later: top('a = { url = "path:ROOT/a"; flake = false; };'),
  },
  {
    name: "an input that has other inputs now",
    files: { ...plain, "a/flake.nix": flake('b.url = "path:ROOT/b";'), ...top('a.url = "path:ROOT/a";') },
    later: { "a/flake.nix": flake('c.url = "path:ROOT/c";'), ...top('a.url = "path:ROOT/a"; c.url = "path:ROOT/c";') },
  },
  {
    name: "follows that are new",
    files: {
      ...plain,
      "b/flake.nix": flake('c.url = "path:ROOT/c";'),
      ...top('a.url = "path:ROOT/a"; b.url = "path:ROOT/b";'),
    },
    later: top('a.url = "path:ROOT/a"; b = { url = "path:ROOT/b"; inputs.c.follows = "a"; };'),
  },
  {
    name: "follows that have gone",
    files: {
      ...plain,
      "b/flake.nix": flake('c.url = "path:ROOT/c";'),
      ...top('a.url = "path:ROOT/a"; b = { url = "path:ROOT/b"; inputs.c.follows = "a"; };'),
    },
    later: top('a.url = "path:ROOT/a"; b.url = "path:ROOT/b";'),
  },
  {
    name: "an override that has gone",
    files: {
      ...plain,
      "b/flake.nix": flake('c.url = "path:ROOT/c";'),
      ...top('b = { url = "path:ROOT/b"; inputs.c.url = "path:ROOT/a"; };'),
    },
    later: top('b.url = "path:ROOT/b";'),
  },
  {
    name: "an input with follows of its own, and another more",
    files: {
      ...plain,
      "b/flake.nix": flake('a.url = "path:ROOT/a"; c = { url = "path:ROOT/c"; inputs.d.follows = "a"; };'),
      "c/flake.nix": flake('d.url = "path:ROOT/a";'),
      ...top('b.url = "path:ROOT/b";'),
    },
    later: top('b.url = "path:ROOT/b"; c.url = "path:ROOT/c";'),
  },
  {
    name: "a relative input that has moved",
    files: {
      ...top('a.url = "path:./a";'),
      "top/a/flake.nix": flake('b.url = "path:./b";'),
      "top/a/b/flake.nix": flake(),
      "top/c/flake.nix": flake(),
    },
    later: { ...top('a.url = "path:./c";') },
  },
  {
    name: "relative inputs with another input more",
    files: {
      ...plain,
      ...top('a.url = "path:./a";'),
      "top/a/flake.nix": flake('b.url = "path:./b";'),
      "top/a/b/flake.nix": flake(),
    },
    later: { ...top('a.url = "path:./a"; c.url = "path:ROOT/c";') },
  },

  // ---- updates
  {
    name: "an update of everything",
    files: { ...plain, ...top('a.url = "path:ROOT/a"; b.url = "path:ROOT/b";') },
    later: { "a/x": "1" },
    updates: [],
  },
  {
    name: "an update of one input",
    files: { ...plain, ...top('a.url = "path:ROOT/a"; b.url = "path:ROOT/b";') },
    later: { "a/x": "1", "b/x": "1" },
    updates: ["a"],
  },
  {
    name: "an update of an input's input",
    files: {
      ...plain,
      "b/flake.nix": flake('c.url = "path:ROOT/c"; a.url = "path:ROOT/a";'),
      ...top('b.url = "path:ROOT/b";'),
    },
    later: { "a/x": "1", "c/x": "1" },
    updates: ["b/c"],
  },
  {
    name: "an update of an input with inputs",
    files: { ...plain, "b/flake.nix": flake('c.url = "path:ROOT/c";'), ...top('b.url = "path:ROOT/b";') },
    later: { "b/x": "1", "c/x": "1" },
    updates: ["b"],
  },
  {
    name: "an update of what is not there",
    files: { ...plain, ...top('a.url = "path:ROOT/a";') },
    later: { "a/x": "1" },
    updates: ["gone"],
  },
  {
    name: "an update of a branch",
    files: { ...plain, ...top('a.url = "git+file://ROOT/a?ref=main";') },
    git: ["a"],
    later: {},
    laterScript: "cd a && echo >x && git add . && git commit -qm two",
    updates: ["a"],
  },
  {
    name: "an update in a repository",
    files: { ...plain, ...top('a.url = "path:../a"; b.url = "path:ROOT/b";') },
    ...inRepository,
    later: {},
    laterScript: "git add . && git commit -qm two && echo >b/x && git add .",
    updates: ["b"],
  },

  // ---- other versions, and files that are none
  ...[5, 6].map((version): LockCase => ({
    name: `a lock file of version ${version}`,
    files: { ...plain, ...top('a.url = "path:ROOT/a"; b.url = "path:ROOT/b";') },
    later: top('a.url = "path:ROOT/a"; c.url = "path:ROOT/c";'),
    relock: (lock) => inVersion(lock, version),
  })),
  {
    name: "a lock file of version 4",
    files: { ...plain, ...top('a.url = "path:ROOT/a";') },
    later: {},
    relock: (lock) => inVersion(lock, 4),
  },
  {
    name: "a lock file of version 8",
    files: { ...plain, ...top('a.url = "path:ROOT/a";') },
    later: {},
    relock: (lock) => inVersion(lock, 8),
  },
  {
    name: "a lock file with an input that is not locked",
    files: { ...plain, ...top('a.url = "path:ROOT/a";') },
    later: {},
    relock: (lock) => lock.replace(/"narHash": "[^"]*",\n/, ""),
  },
  {
    name: "a lock file without a node",
    files: { ...plain, ...top('a.url = "path:ROOT/a";') },
    later: {},
    relock: (lock) => lock.replace('"a": "a"', '"a": "z"'),
  },
  {
    name: "a lock file with a circle to its root",
    files: { ...plain, ...top('a.url = "path:ROOT/a";') },
    later: {},
    relock: (lock) => lock.replace('"a": "a"', '"a": "root"'),
  },
  {
    name: "a lock file without what an input was declared as",
    files: { ...plain, ...top('a.url = "path:ROOT/a";') },
    later: {},
    relock: (lock) => lock.replace('"original"', '"originally"'),
  },
  {
    name: "a lock file with an attribute that is none",
    files: { ...plain, ...top('a.url = "path:ROOT/a";') },
    later: {},
    relock: (lock) => lock.replace('"lastModified"', '"lastmodified"'),
  },
  {
    name: "a lock file whose nodes are called otherwise",
    files: { ...plain, ...top('a.url = "path:ROOT/a";') },
    later: {},
    relock: (lock) => lock.replace('"a": "a"', '"a": "z"').replace('"a": {', '"z": {'),
  },
  {
    name: "a lock file with a hash of another kind",
    files: { ...plain, ...top('a.url = "path:ROOT/a";') },
    later: {},
    relock: (lock) => lock.replace(/"narHash": "[^"]*"/, '"narHash": "sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk="'),
  },
];

/** What the cases find in a folder besides their own, and the registry that knows it. */
export const shared: FlakeCase = {
  name: "shared",
  files: {
    "known/flake.nix": flake(),
    "known/below/flake.nix": flake(),
    "repository/flake.nix": flake(),
    "registry.json": JSON.stringify({
      version: 2,
      flakes: [
        { from: indirect("known"), to: { type: "path", path: "ROOT/known" } },
        { from: indirect("known-in-folder"), to: { type: "path", path: "ROOT/known", dir: "below" } },
        { from: indirect("known-repository"), to: { type: "git", url: "file://ROOT/repository" } },
        { from: indirect("chained"), to: indirect("known") },
        { from: indirect("circle"), to: indirect("circle") },
        { from: indirect("exact"), to: { type: "path", path: "ROOT/known" }, exact: true },
      ],
    }),
  },
  git: ["repository"],
  script: "mkdir -p ../home/.config/nix; cp registry.json ../home/.config/nix",
};

function indirect(id: string): object {
  return { type: "indirect", id };
}

/** Version 5 had what is known of a source apart from its reference. */
function inVersion(text: string, version: number): string {
  const lock = JSON.parse(text) as {
    version: number;
    nodes: Record<string, { info?: object; locked?: { narHash?: string; lastModified?: number } }>;
  };
  lock.version = version;
  if (version === 5)
    for (const node of Object.values(lock.nodes)) {
      if (node.locked === undefined) continue;
      const { lastModified, ...locked } = node.locked;
      node.info = { lastModified };
      node.locked = locked;
    }
  return JSON.stringify(lock);
}
