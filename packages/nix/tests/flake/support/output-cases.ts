/** Flakes that are evaluated, shown or refused. */

import { flake, type FlakeCase } from "./flake-case.ts";

export interface OutputCase extends FlakeCase {
  /** Behind the mark in `flake#output`. */
  readonly output?: string;
  readonly apply?: string;
  readonly impure?: boolean;
  /** An expression instead of a flake. */
  readonly expression?: string;
}

const top = (text: string): Readonly<Record<string, string>> => ({ "top/flake.nix": text });
const outputs = (body: string): Readonly<Record<string, string>> => top(`{ outputs = { self, ... }: { ${body} }; }`);
const git = ["top"];
const x = "x86_64-linux";

const forms: readonly OutputCase[] = [
  { name: "no set", files: top("[ ]") },
  { name: "a function", files: top("{ }: { outputs = _: { }; }") },
  { name: "a let", files: top("let a = 1; in { outputs = _: { }; }") },
  { name: "no outputs", files: top("{ }") },
  { name: "outputs that are no function", files: top("{ outputs = { }; }") },
  { name: "outputs that have to be computed", files: top("{ outputs = (x: x) (_: { }); }") },
  { name: "outputs in a file", files: { ...top("{ outputs = import ./o.nix; }"), "top/o.nix": "_: { }" } },
  { name: "outputs by a with", files: top("with { f = _: { }; }; { outputs = f; }") },
  { name: "an attribute that is none", files: top("{ outputs = _: { }; other = 1; }") },
  { name: "a description that is a number", files: top("{ description = 1; outputs = _: { }; }") },
  { name: "a description that has to be computed", files: top('{ description = "a" + "b"; outputs = _: { }; }') },
  { name: "a description with antiquotation", files: top('{ description = "a${"b"}"; outputs = _: { }; }') },
  {
    name: "an indented description",
    files: top("{ description = ''\n  a\n  b\n''; outputs = _: { x = 1; }; }"),
    output: "x",
  },
  { name: "inputs that are a list", files: top("{ inputs = [ ]; outputs = _: { }; }") },
  { name: "inputs that have to be computed", files: top("{ inputs = { } // { }; outputs = _: { }; }") },
  {
    name: "inputs that are recursive",
    files: top('{ inputs = rec { a.url = "path:./a"; }; outputs = { a, ... }: { inherit (a) x; }; }'),
    output: "x",
  },
  { name: "an input that is a text", files: top('{ inputs.a = "path:/x"; outputs = _: { }; }') },
  { name: "a reference that has to be computed", files: top('{ inputs.a.url = "path:" + "/x"; outputs = _: { }; }') },
  { name: "a reference that is a number", files: top("{ inputs.a.url = 1; outputs = _: { }; }") },
  { name: "a reference by a variable", files: top('let u = "path:/x"; in { inputs.a.url = u; outputs = _: { }; }') },
  { name: "follows that are a list", files: top("{ inputs.a.follows = [ ]; outputs = _: { }; }") },
  { name: "flake that is a text", files: top('{ inputs.a = { url = "path:/x"; flake = "no"; }; outputs = _: { }; }') },
  {
    name: "flake that has to be computed",
    files: top('{ inputs.a = { url = "path:/x"; flake = !true; }; outputs = _: { }; }'),
  },
  {
    name: "an attribute of an input that is none",
    files: top('{ inputs.a = { url = "path:/x"; rev = "1"; }; outputs = _: { }; }'),
  },
  {
    name: "an attribute that the type does not have",
    files: top('{ inputs.a = { type = "path"; path = "/x"; owner = "y"; }; outputs = _: { }; }'),
  },
  {
    name: "an attribute that is a list",
    files: top('{ inputs.a = { type = "path"; path = [ ]; }; outputs = _: { }; }'),
  },
  {
    name: "an attribute that is negative",
    files: top('{ inputs.a = { type = "path"; path = "/x"; lastModified = -1; }; outputs = _: { }; }'),
  },
  {
    name: "an attribute that is a number",
    files: top('{ inputs.a = { type = "path"; path = 1; }; outputs = _: { }; }'),
  },
  {
    name: "a type and a reference",
    files: top('{ inputs.a = { type = "path"; url = "path:/x"; path = "/x"; }; outputs = _: { }; }'),
  },
  {
    name: "inputs of inputs that are none",
    files: top('{ inputs.a = { url = "path:/x"; inputs = 1; }; outputs = _: { }; }'),
  },
  { name: "a reference that is none", files: top('{ inputs.a.url = "a b:c"; outputs = _: { }; }') },
  {
    name: "settings of all kinds",
    files: top('{ nixConfig = { a = "x"; b = 1; c = true; d = [ "x" "y" ]; e = ./x; }; outputs = _: { x = 1; }; }'),
    output: "x",
  },
  { name: "settings that are a list", files: top("{ nixConfig = [ ]; outputs = _: { }; }") },
  { name: "a setting that is a set", files: top("{ nixConfig.a = { }; outputs = _: { }; }") },
  { name: "a setting that has to be computed", files: top("{ nixConfig.a = 1 + 1; outputs = _: { }; }") },
  { name: "a setting with a number in a list", files: top("{ nixConfig.a = [ 1 ]; outputs = _: { }; }") },
  { name: "outputs that are no set", files: top("{ outputs = _: 1; }"), output: "x" },
  { name: "outputs that fail", files: top('{ outputs = _: throw "no"; }'), output: "x" },
  {
    name: "outputs that ask for what is not there",
    files: top("{ outputs = { self }: { x = self.y; }; }"),
    output: "x",
  },
  { name: "outputs without self", files: top("{ outputs = { }: { x = 1; }; }"), output: "x" },
  {
    name: "outputs that depend on themselves",
    files: top("{ outputs = { self }: { x = self.y; y = self.x; }; }"),
    output: "x",
  },
  {
    name: "outputs whose names depend on themselves",
    files: top("{ outputs = { self }: { ${self.y} = 1; y = 2; }; }"),
    output: "y",
  },
  { name: "nothing at all", files: { "top/x": "" }, git },
  {
    name: "a file that Git does not know",
    files: { "top/x": "" },
    git,
    script: "echo '{ outputs = _: { }; }' >top/flake.nix",
  },
  {
    name: "an import of a file that Git does not know",
    files: outputs("x = import ./new.nix;"),
    git,
    script: "echo 1 >top/new.nix",
    output: "x",
  },
  {
    name: "an import from a folder that Git does not know",
    files: outputs("x = import ./new/y.nix;"),
    git,
    script: "mkdir top/new; echo 1 >top/new/y.nix",
    output: "x",
  },
  {
    name: "a file to read that Git does not know",
    files: outputs("x = builtins.readFile ./new;"),
    git,
    script: "echo 1 >top/new",
    output: "x",
  },
  {
    name: "a question for a file that Git does not know",
    files: outputs("x = builtins.pathExists ./new;"),
    git,
    script: "echo 1 >top/new",
    output: "x",
  },
  {
    name: "a copy of a file that Git does not know",
    files: outputs('x = "${./new}";'),
    git,
    script: "echo 1 >top/new",
    output: "x",
  },
];

const selections: readonly OutputCase[] = [
  { name: "all outputs", files: outputs("x = 1; y = { z = [ 2 ]; };"), output: "" },
  { name: "all outputs by a dot", files: outputs("x = 1; y = { z = [ 2 ]; };"), output: "." },
  { name: "a package", files: outputs(`packages.${x}.a = 1; legacyPackages.${x}.a = 2; a = 3;`), output: "a" },
  { name: "a package of before", files: outputs(`legacyPackages.${x}.a = 2; a = 3;`), output: "a" },
  { name: "an output", files: outputs("a = 3;"), output: "a" },
  { name: "an output by a dot", files: outputs(`packages.${x}.a = 1; a = 3;`), output: ".a" },
  { name: "a package by default", files: outputs(`packages.${x}.default = 7;`), output: "" },
  { name: "a package by default of before", files: outputs(`defaultPackage.${x} = 8;`), output: "" },
  { name: "an output in an output", files: outputs("a.b.c = 3;"), output: "a.b.c" },
  { name: "an output with a quoted name", files: outputs('a."b.c@d" = 3;'), output: 'a."b.c@d"' },
  { name: "an output with percent signs", files: outputs('a."b c" = 3;'), output: "a.%22b%20c%22" },
  { name: "an element of a list", files: outputs("a = [ 1 2 ];"), output: "a.1" },
  { name: "an output that is not there", files: outputs("abc = 1;"), output: "abd" },
  { name: "an output in an output that is not there", files: outputs("abc.xyz = 1; abc.xyw = 2;"), output: "abc.xyv" },
  { name: "an output in what is no set", files: outputs("abc = 1;"), output: "abc.x" },
  { name: "nothing by default", files: outputs("abc = 1;"), output: "" },
  { name: "names with an empty one", files: outputs("abc = 1;"), output: "a..b" },
  { name: "a name without its end", files: outputs("abc = 1;"), output: 'a."b' },
  { name: "a function", files: outputs("f = x: x;"), output: "f" },
  { name: "a function that is applied", files: outputs("f = 4;"), output: "f", apply: "x: x + 1" },
  { name: "the names of an output", files: outputs('f.a = throw "no";'), output: "f", apply: "builtins.attrNames" },
  { name: "what fails", files: outputs('f = throw "no";'), output: "f" },
  { name: "what fails within", files: outputs('f.a = throw "no";'), output: "f" },
  {
    name: "a derivation",
    files: outputs(`packages.${x}.a = derivation { name = "n"; system = "${x}"; builder = self; };`),
    output: "a",
  },
  {
    name: "the path of a derivation",
    files: outputs(
      `packages.${x}.a = derivation { name = "n"; system = "${x}"; builder = self + "/b"; args = [ ./flake.nix ]; };`,
    ),
    output: "a.drvPath",
  },
  { name: "a path", files: outputs("p = ./flake.nix;"), output: "p" },
  { name: "self in a text", files: outputs('p = "${self}/x";'), output: "p" },
  {
    name: "an input that is no flake",
    files: {
      "top/flake.nix":
        '{ inputs.a = { url = "path:./a"; flake = false; }; outputs = { self, a }: { x = [ (builtins.readFile "${a}/y") (a.outPath == self + "/a") (a ? narHash) ]; }; }',
      "top/a/y": "z",
    },
    output: "x",
  },
  {
    name: "an input that is relative",
    files: {
      "top/flake.nix": flake(
        'a.url = "path:./a";',
        "{ self, a }: { x = [ a.outPath a.sourceInfo.outPath a.y (builtins.attrNames a) ]; }",
      ),
      "top/a/flake.nix": flake("", "{ self }: { y = self.outPath; }"),
    },
    output: "x",
  },
  {
    name: "an input with a folder",
    files: {
      "top/flake.nix": flake(
        'a.url = "path:ROOT/a?dir=b";',
        "{ self, a }: { x = [ a.outPath a.sourceInfo.outPath a.y ]; }",
      ),
      "a/b/flake.nix": flake("", "{ self }: { y = builtins.readDir self; }"),
    },
    output: "x",
  },
  {
    name: "an input that follows",
    files: {
      "top/flake.nix": flake(
        'a.url = "path:./a"; b = { url = "path:./b"; inputs.c.follows = "a"; };',
        "{ self, a, b }: { x = [ b.y b.z ]; }",
      ),
      "top/a/flake.nix": flake("", "_: { v = 5; }"),
      "top/b/flake.nix": flake('c.url = "path:./c";', "{ self, c }: { y = c.v; z = self.inputs.c.outPath; }"),
    },
    output: "x",
  },
  {
    name: "an input that follows the flake itself",
    files: {
      "top/flake.nix": flake('b = { url = "path:./b"; inputs.c.follows = ""; };', "{ self, b }: { v = 6; x = b.y; }"),
      "top/b/flake.nix": flake('c.url = "path:./c";', "{ self, c }: { y = c.v; }"),
    },
    output: "x",
  },
  {
    name: "an input whose outputs are no function",
    files: {
      "top/flake.nix": flake('a.url = "path:ROOT/a";', "{ self, a }: { x = a; }"),
      "a/flake.nix": "{ outputs = 1; }",
    },
    output: "x",
  },
  {
    name: "a flake in a repository with a folder in a parameter",
    files: { "top/x/flake.nix": flake("", "_: { x = 1; }") },
    git,
    flake: "./top?dir=x",
    output: "x",
  },
];

/** What has a hash is not fetched if the store has it: here the flake itself, and a file that the expression puts there. */
const pinned: readonly OutputCase[] = [
  {
    name: "a tarball that the store has",
    files: outputs(
      'x = let t = fetchTarball { url = "https://nowhere.invalid/x.tar.gz"; sha256 = self.narHash; }; in [ t (t == self.outPath) (builtins.readDir t) ];',
    ),
    output: "x",
  },
  {
    name: "a tree that the store has",
    files: outputs('x = builtins.fetchTree { type = "path"; path = self.outPath; inherit (self) narHash; };'),
    output: "x",
  },
  {
    name: "a file that the store has",
    files: {
      ...outputs(
        'x = let f = builtins.path { path = ./y; name = "y"; recursive = false; }; g = builtins.fetchurl { url = "https://nowhere.invalid/y"; sha256 = builtins.hashFile "sha256" f; }; in [ f g (builtins.readFile g) ];',
      ),
      "top/y": "content",
    },
    output: "x",
  },
];

const purity: readonly OutputCase[] = [
  ["the system of now", "builtins.currentSystem"],
  ["whether there is a system of now", "builtins ? currentSystem"],
  ["the time of now", "builtins.currentTime"],
  ["a variable of the environment", 'builtins.getEnv "SEEN"'],
  ["an absolute path", "builtins.readFile /etc/hostname"],
  ["an absolute path of a folder", 'builtins.pathExists "/etc"'],
  ["an absolute path to import", "import /etc/x.nix"],
  ["a search path", "<nixpkgs>"],
  ["the search path itself", "builtins.nixPath"],
  ["a path to copy", 'builtins.path { path = /etc; name = "x"; }'],
  ["a path of the store", 'builtins.storePath "/nix/store/00000000000000000000000000000000-x"'],
  ["the home", "~/x"],
  ["a flake that is not locked", 'builtins.getFlake "path:ROOT/top"'],
  ["a tree that is not locked", 'builtins.fetchTree "path:ROOT/top"'],
  ["a repository that is not locked", "builtins.fetchGit /x"],
  ["a file that is not known", 'builtins.fetchurl "file:///x"'],
  ["a tarball that is not known", 'builtins.fetchTarball "file:///x"'],
].flatMap(([name, body]): OutputCase[] => [{ name: `${name}, pure`, files: outputs(`x = ${body};`), output: "x" }]);

const impure: readonly OutputCase[] = [
  { name: "the system of now, impure", files: outputs("x = builtins.currentSystem;"), output: "x", impure: true },
  {
    name: "a variable of the environment, impure",
    files: outputs('x = builtins.getEnv "SEEN";'),
    output: "x",
    impure: true,
  },
  {
    name: "an absolute path, impure",
    files: { ...outputs("x = import ROOT/y.nix;"), "y.nix": "9" },
    output: "x",
    impure: true,
  },
  {
    name: "a flake that is not locked, impure",
    files: { ...outputs('x = (builtins.getFlake "path:ROOT/y").z;'), "y/flake.nix": flake("", "_: { z = 1; }") },
    output: "x",
    impure: true,
  },
];

const fetchers: readonly OutputCase[] = [
  ["getFlake of a folder", '(builtins.getFlake "path:ROOT/top").x'],
  [
    "getFlake of a repository",
    'removeAttrs (builtins.getFlake "git+file://ROOT/g") [ "inputs" "outputs" "sourceInfo" ]',
  ],
  ["getFlake of a path", 'builtins.getFlake "/x/y"'],
  ["getFlake of a relative path", 'builtins.getFlake "./y"'],
  ["getFlake of what a registry has to know", 'builtins.getFlake "unheard-of"'],
  ["getFlake with an output", 'builtins.getFlake "path:ROOT/top#x"'],
  ["fetchTree of a folder", 'builtins.fetchTree { type = "path"; path = ROOT/g; }'],
  ["fetchTree of a folder as a text", 'builtins.fetchTree "path:ROOT/top"'],
  ["fetchTree of a repository", 'builtins.fetchTree { type = "git"; url = "file://ROOT/g"; }'],
  [
    "fetchTree of a repository with all that it counts",
    'builtins.fetchTree { type = "git"; url = "file://ROOT/g"; shallow = false; ref = "main"; }',
  ],
  ["fetchTree of a branch", 'builtins.fetchTree "git+file://ROOT/g?ref=main"'],
  ["fetchTree of what is dirty", 'builtins.fetchTree "git+file://ROOT/d"'],
  ["fetchTree that is final", 'builtins.fetchTree { type = "path"; path = "/x"; __final = true; }'],
  [
    "fetchTree with a hash that is another",
    'builtins.fetchTree { type = "path"; path = "ROOT/top"; narHash = "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="; }',
  ],
  ["fetchGit of a folder", "builtins.fetchGit ROOT/g"],
  ["fetchGit of a text", 'builtins.fetchGit "ROOT/g"'],
  ["fetchGit of a URL", 'builtins.fetchGit "file://ROOT/g"'],
  ["fetchGit of a branch", 'builtins.fetchGit { url = ROOT/g; ref = "main"; }'],
  ["fetchGit with a name", 'builtins.fetchGit { url = ROOT/g; name = "given"; }'],
  ["fetchGit of what is dirty", "builtins.fetchGit ROOT/d"],
  ["fetchGit of what has no commit", "builtins.fetchGit ROOT/e"],
  ["fetchGit of what is shallow", "builtins.fetchGit { url = ROOT/s; shallow = true; }"],
  ["fetchGit of what leaves out files", "let t = builtins.fetchGit ROOT/l; in [ t.narHash (builtins.readDir t) ]"],
  [
    "fetchGit of a commit that leaves out files",
    'let t = builtins.fetchGit { url = ROOT/l; ref = "main"; }; in [ t.narHash (builtins.readDir t) (builtins.readDir (t + "/k")) ]',
  ],
  ["fetchGit of all files", "(builtins.fetchGit { url = ROOT/l; exportIgnore = false; }).narHash"],
  [
    "fetchGit with submodules and exports",
    "builtins.fetchGit { url = ROOT/l; exportIgnore = true; submodules = true; }",
  ],
  ["fetchGit of a revision that is not there", `builtins.fetchGit { url = ROOT/g; rev = "${"1".repeat(40)}"; }`],
  ["fetchGit of a branch that is not there", 'builtins.fetchGit { url = ROOT/g; ref = "no"; }'],
].map(([name, expression]) => ({
  name: name!,
  expression: expression!,
  files: {
    ...outputs("x = 1;"),
    "g/flake.nix": flake("", "_: { y = 2; }"),
    "d/a": "1",
    "e/a": "1",
    "l/a": "1",
    "l/b": "2",
    "l/c/d": "3",
    "l/k/m": "4",
    "l/k/n": "5",
    "l/.gitattributes": "b export-ignore\nc/ export-ignore\n/k/n export-ignore\na -export-ignore\n",
  },
  git: ["g", "d", "l"],
  script: "echo >>d/a; git init -q e; git -C e add .; git clone -q --depth 1 file://ROOT/g s",
}));

export const outputCases: readonly OutputCase[] = [
  ...forms,
  ...selections,
  ...pinned,
  ...purity,
  ...impure,
  ...fetchers,
];

/** With a derivation by its name at hand. */
const shown = (name: string, body: string): OutputCase => ({
  name,
  files: top(
    `{ outputs = { self, ... }: let p = name: derivation { inherit name; system = "${x}"; builder = "/b"; }; in { ${body} }; }`,
  ),
});

export const shownCases: readonly OutputCase[] = [
  { name: "nothing", files: top("{ outputs = _: { }; }") },
  shown(
    "packages",
    `packages = { ${x} = { default = p "a"; b = p "b" // { meta.description = "B"; }; }; aarch64-linux.default = p "c"; };`,
  ),
  shown("packages that are none", `packages.${x}.a = { };`),
  shown("packages that fail", `packages.${x} = { a = throw "no"; b = p "b"; };`),
  shown(
    "packages of systems that have none",
    `packages = { ${x} = { }; aarch64-linux = { }; }; checks = { }; a = { };`,
  ),
  shown(
    "checks and shells",
    `checks.${x}.c = p "c"; devShells.${x}.d = p "d"; devShell.${x} = p "e"; defaultPackage.${x} = p "f";`,
  ),
  shown("formatters", `formatter.${x} = p "g"; formatter.aarch64-linux = p "h";`),
  shown(
    "apps",
    `apps.${x} = { i = { type = "app"; program = "/x"; }; j = { type = "app"; program = "/x"; meta.description = "J"; }; }; defaultApp.${x} = { type = "app"; program = "/x"; };`,
  ),
  shown("apps that are none", `apps.${x}.i = { type = "ape"; };`),
  shown(
    "overlays and modules",
    `overlay = _: _: { }; overlays.k = _: _: { }; nixosModule = { }; nixosModules.l = { }; nixosConfigurations.m = { }; darwinConfigurations.n = { }; homeConfigurations.o = { };`,
  ),
  shown(
    "templates",
    `defaultTemplate = { path = ./.; description = "P"; }; templates.q = { path = ./.; description = "Q"; };`,
  ),
  shown("templates without a description", `templates.q = { path = ./.; };`),
  shown("jobs", `hydraJobs = { r = p "r"; s.t = p "t"; };`),
  shown(
    "legacy packages",
    `legacyPackages = { ${x} = { u = p "u"; v.w = p "w"; bad = throw "no"; }; aarch64-linux.y = p "y"; };`,
  ),
  shown("legacy packages that fail", `legacyPackages.${x} = throw "no";`),
  shown("what nobody knows", `lib.f = 1; herculesCI = _: { }; schemas = { }; "a b" = 1;`),
];
