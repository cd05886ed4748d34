/** Flakes in all the states that a folder or a repository can be in. */

import type { FlakeCase } from "./flake-case.ts";

/** Tells all that a flake can know of its source. */
const told = `{
  outputs = { self, ... }: {
    told = {
      source = removeAttrs self.sourceInfo [ "outPath" ];
      place = self.sourceInfo.outPath;
      folder = self.outPath;
      names = builtins.attrNames self;
      same = toString self == self.outPath;
      files = let
        below = path: builtins.mapAttrs (name: type:
          if type == "directory" then below (path + "/\${name}") else type) (builtins.readDir path);
      in below self.sourceInfo.outPath;
    };
  };
}
`;

const inTop = { "top/flake.nix": told, "top/a.nix": "1", "top/b/c.nix": "2" };
const git = ["top"];

export const sourceCases: readonly FlakeCase[] = [
  { name: "a folder", files: inTop },
  {
    name: "a folder with what may be executed and links",
    files: { ...inTop, "top/run": "#!x", "top/link": "-> a.nix", "top/gone": "-> /no/where" },
  },
  { name: "a folder with what Git ignores", files: { ...inTop, "top/.gitignore": "a.nix" } },
  { name: "a folder below that of a flake", files: inTop, flake: "./top/b" },
  { name: "the file of a flake", files: inTop, flake: "./top/flake.nix" },
  { name: "another file", files: inTop, flake: "./top/a.nix" },
  { name: "a folder without a flake", files: { "x/y": "" }, flake: "./x" },
  { name: "a folder that is not there", files: {}, flake: "./x" },
  { name: "a folder by a link", files: { ...inTop, link: "-> top" }, flake: "./link" },
  { name: "a folder by its path", files: inTop, flake: "path:./top" },
  { name: "a folder by its whole path", files: inTop, flake: "path:ROOT/top" },
  { name: "a folder in a folder", files: inTop, flake: "path:ROOT?dir=top" },
  { name: "a folder with blanks", files: { "a b%/flake.nix": told }, flake: "./a b%" },
  { name: "a path with percent signs", files: { "a b%/flake.nix": told }, flake: "path:ROOT/a%20b%25" },
  { name: "a folder with a time", files: inTop, flake: "path:ROOT/top?lastModified=12" },
  {
    name: "a folder with a hash that is another",
    files: inTop,
    flake: "path:ROOT/top?narHash=sha256-47DEQpj8HBSa%2B/TImW%2B5JCeuQeRkm5NMpJWZG3hSuFU%3D",
  },

  { name: "a repository", files: inTop, git },
  { name: "a repository by its path", files: inTop, git, flake: "git+file://ROOT/top" },
  { name: "a repository that is dirty", files: inTop, git, script: "echo 3 >top/a.nix" },
  { name: "a repository with a file that was only touched", files: inTop, git, script: "touch top/a.nix" },
  { name: "a repository with a file that is not added", files: inTop, git, script: "echo 3 >top/new" },
  { name: "a repository with a file that is added", files: inTop, git, script: "cd top; echo 3 >new; git add new" },
  {
    name: "a repository with a file to be added",
    files: inTop,
    git,
    script: "cd top; echo 3 >new; git add --intent-to-add new",
  },
  { name: "a repository with a file that is gone", files: inTop, git, script: "rm top/a.nix" },
  { name: "a repository with a folder that is gone", files: inTop, git, script: "rm -r top/b" },
  { name: "a repository with a file that was removed", files: inTop, git, script: "cd top; git rm -q a.nix" },
  {
    name: "a repository with a file that is no longer tracked",
    files: inTop,
    git,
    script: "cd top; git rm -q --cached a.nix",
  },
  { name: "a repository with a file that may be executed now", files: inTop, git, script: "chmod +x top/a.nix" },
  { name: "a repository with a file that became a link", files: inTop, git, script: "cd top; rm a.nix; ln -s b a.nix" },
  { name: "a repository with a file that was moved", files: inTop, git, script: "cd top; git mv a.nix z.nix" },
  {
    name: "a repository with links and what may be executed",
    files: { ...inTop, "top/run": "#!x", "top/link": "-> b" },
    git,
  },
  {
    name: "a repository with files that Git ignores",
    files: { ...inTop, "top/.gitignore": "*.log\n", "top/x.log": "1" },
    git,
  },
  {
    name: "a repository with a file that Git ignores and tracks",
    files: { ...inTop, "top/.gitignore": "*.log\n", "top/x.log": "1" },
    git,
    script: "cd top; git add -f x.log; git commit -qm two",
  },
  {
    name: "a repository with names of all kinds",
    files: { ...inTop, "top/a b": "1", "top/ü\"'": "2", "top/-x": "3" },
    git,
    script: "echo >>'top/a b'; rm ./top/-x",
  },
  { name: "a repository without a commit", files: inTop, script: "cd top; git init -q; git add ." },
  { name: "a repository without a file", files: inTop, script: "cd top; git init -q" },
  { name: "a repository without a branch", files: inTop, git, script: "cd top; git checkout -q --detach" },
  {
    name: "a repository without a branch, by a revision",
    files: inTop,
    git,
    script: "cd top; git checkout -q --detach",
    flake: `git+file://ROOT/top?shallow=1&rev=${"1".repeat(40)}`,
  },
  {
    name: "a repository with several commits",
    files: inTop,
    git,
    script: "cd top; echo >x; git add x; GIT_COMMITTER_DATE='1700000099 +0100' git commit -qm two",
  },
  {
    name: "a repository with a merge",
    files: inTop,
    git,
    script:
      "cd top; git checkout -qb x; echo >x; git add x; git commit -qm x; git checkout -q main; echo >y; git add y; git commit -qm y; git merge -q x",
  },
  {
    name: "a repository in the middle of a merge",
    files: inTop,
    git,
    script:
      "cd top; git checkout -qb x; echo 8 >a.nix; git commit -qam x; git checkout -q main; echo 9 >a.nix; git commit -qam y; git merge -q x || true",
  },
  {
    name: "a repository with a flake in a folder",
    files: { "top/x/y/flake.nix": told, "top/a": "1" },
    git,
    flake: "./top/x/y",
  },
  {
    name: "a repository with a flake in a folder that is a parameter",
    files: { "top/x/y/flake.nix": told, "top/a": "1" },
    git,
    flake: "./top?dir=x/y",
  },
  {
    name: "a repository with a flake in a folder by its path",
    files: { "top/x y/flake.nix": told, "top/a": "1" },
    git,
    flake: "git+file://ROOT/top?dir=x%20y",
  },
  { name: "a folder of a repository that is no flake", files: { "top/x/y": "1" }, git, flake: "./top/x" },
  {
    name: "a folder of a repository by its path",
    files: { "top/x/flake.nix": told, "top/a": "1" },
    git,
    flake: "path:./top/x",
  },
  {
    name: "a branch",
    files: inTop,
    git,
    script: "cd top; git branch x; echo >>a.nix; git commit -qam two",
    flake: "git+file://ROOT/top?ref=x",
  },
  {
    name: "a tag of a repository",
    files: inTop,
    git,
    script: "cd top; git tag -am t t; echo >>a.nix; git commit -qam two",
    flake: "git+file://ROOT/top?ref=refs/tags/t",
  },
  {
    name: "a commit with what may be executed and links",
    files: { ...inTop, "top/run": "#!x", "top/link": "-> a.nix", "top/x y/z": "1" },
    git,
    flake: "git+file://ROOT/top?ref=main",
  },
  {
    name: "a commit of a repository that is dirty",
    files: inTop,
    git,
    script: "echo >>top/a.nix",
    flake: "git+file://ROOT/top?ref=main",
  },
  { name: "a shallow clone", files: inTop, git, script: "git clone -q --depth 1 file://ROOT/top s", flake: "./s" },
  {
    name: "a shallow clone by a branch",
    files: inTop,
    git,
    script: "git clone -q --depth 1 file://ROOT/top s",
    flake: "git+file://ROOT/s?shallow=1&ref=main",
  },
  { name: "a bare clone", files: inTop, git, script: "git clone -q --bare top s.git", flake: "git+file://ROOT/s.git" },
  { name: "a work tree of its own", files: inTop, git, script: "cd top; git worktree add -q ../w", flake: "./w" },
  {
    name: "a repository with a submodule",
    files: { ...inTop, "m/x": "1" },
    git: ["top", "m"],
    script: "cd top; git -c protocol.file.allow=always submodule --quiet add file://ROOT/m sub; git commit -qm sub",
  },
  {
    name: "a repository with its submodule",
    files: { ...inTop, "m/x": "1" },
    git: ["top", "m"],
    script: "cd top; git -c protocol.file.allow=always submodule --quiet add file://ROOT/m sub; git commit -qm sub",
    flake: "./top?submodules=1",
  },
  {
    name: "a repository with its submodule that is dirty",
    files: { ...inTop, "m/x": "1" },
    git: ["top", "m"],
    script:
      "cd top; git -c protocol.file.allow=always submodule --quiet add file://ROOT/m sub; git commit -qm sub; echo >sub/y; echo >>sub/x",
    flake: "./top?submodules=1",
  },
  {
    name: "a repository with a submodule that is dirty",
    files: { ...inTop, "m/x": "1" },
    git: ["top", "m"],
    script:
      "cd top; git -c protocol.file.allow=always submodule --quiet add file://ROOT/m sub; git commit -qm sub; echo >>sub/x",
  },
  {
    name: "a commit with its submodule",
    files: { ...inTop, "m/x": "1", "n/y": "1" },
    git: ["top", "n", "m"],
    script:
      "cd m; git -c protocol.file.allow=always submodule --quiet add file://ROOT/n inner; git commit -qm sub; cd ../top; git -c protocol.file.allow=always submodule --quiet add file://ROOT/m sub; git commit -qm sub",
    flake: "git+file://ROOT/top?submodules=1&ref=main",
  },
  {
    name: "a commit with a submodule",
    files: { ...inTop, "m/x": "1" },
    git: ["top", "m"],
    script: "cd top; git -c protocol.file.allow=always submodule --quiet add file://ROOT/m sub; git commit -qm sub",
    flake: "git+file://ROOT/top?ref=main",
  },
  {
    name: "a repository whose list of submodules is empty",
    files: { ...inTop, "top/.gitmodules": "" },
    git: ["top"],
  },
  {
    name: "a commit whose list of submodules is empty",
    files: { ...inTop, "top/.gitmodules": "" },
    git: ["top"],
    flake: "git+file://ROOT/top?submodules=1&ref=main",
  },
];
