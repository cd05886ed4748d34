/**
 * Repositories on a server, as both lock them. HTTP stands for the URL below which they are, SSH for that of the same over
 * SSH, FILES for their folder, and ONE, TAG for commits of `main`.
 */

import { run } from "../../flake/support/flake-case.ts";
import type { NetworkCase } from "./compare-locks.ts";

const git = (url: string, more = ""): string => `a = { url = "git+${url}"; ${more} };`;

export const gitCases: readonly NetworkCase[] = [
  { name: "a repository", inputs: git("HTTP/main.git") },
  { name: "a branch", inputs: git("HTTP/main.git?ref=dev") },
  { name: "a branch with slashes", inputs: git("HTTP/main.git?ref=feature/x") },
  { name: "a branch by its whole name", inputs: git("HTTP/main.git?ref=refs/heads/dev") },
  { name: "a branch that does not exist", inputs: git("HTTP/main.git?ref=nothing") },
  { name: "a tag, which is no branch", inputs: git("HTTP/tagged.git?ref=v1") },
  { name: "a tag with a message", inputs: git("HTTP/main.git?ref=refs/tags/v1") },
  { name: "a tag without one", inputs: git("HTTP/main.git?ref=refs/tags/v0") },
  { name: "a tag that is called like a branch", inputs: git("HTTP/ambiguous.git?ref=dev") },
  { name: "what is checked out", inputs: git("HTTP/main.git?ref=HEAD") },
  { name: "a revision", inputs: git("HTTP/main.git?rev=ONE") },
  { name: "a revision of another branch", inputs: git("HTTP/main.git?ref=main&rev=DEV") },
  { name: "a revision that is a tag", inputs: git("HTTP/main.git?rev=TAG") },
  { name: "a revision that does not exist", inputs: git(`HTTP/main.git?rev=${"9".repeat(40)}`) },
  { name: "a revision of all branches", inputs: git("HTTP/main.git?rev=ONE&allRefs=1") },
  { name: "all branches", inputs: git("HTTP/main.git?allRefs=1") },
  { name: "without history", inputs: git("HTTP/main.git?shallow=1") },
  { name: "a branch without history", inputs: git("HTTP/main.git?shallow=1&ref=dev") },
  { name: "a revision without history", inputs: git("HTTP/main.git?shallow=1&rev=ONE") },
  { name: "with submodules", inputs: git("HTTP/modules.git?submodules=1") },
  { name: "a clone with submodules that are not in it", inputs: git("file://FILES/clone?submodules=1&ref=main") },
  { name: "without submodules", inputs: git("HTTP/modules.git") },
  { name: "with submodules that are not there", inputs: git("HTTP/main.git?submodules=1") },
  { name: "without what is not exported", inputs: git("HTTP/main.git?exportIgnore=1") },
  { name: "a folder in it", inputs: git("HTTP/main.git?dir=below") },
  { name: "no flake", inputs: git("HTTP/main.git", "flake = false;") },
  { name: "attributes", inputs: 'a = { type = "git"; url = "HTTP/main.git"; ref = "dev"; };' },
  { name: "attributes with a time", inputs: 'a = { type = "git"; url = "HTTP/main.git"; lastModified = 5; };' },
  { name: "over SSH", inputs: git("SSH/main.git") },
  { name: "over SSH as it is usual for Git", inputs: 'a = { type = "git"; url = "git@localhost:FILES/main.git"; };' },
  { name: "a folder", inputs: git("file://FILES/main.git") },
  { name: "a folder without what is not exported", inputs: git("file://FILES/main.git?exportIgnore=1") },
  { name: "a folder and a branch", inputs: git("file://FILES/main.git?ref=dev") },
  { name: "without a branch that is checked out", inputs: git("HTTP/detached.git") },
  { name: "without a commit", inputs: git("HTTP/unborn.git") },
  { name: "that does not exist", inputs: git("HTTP/nothing.git") },
  { name: "of another server that does not exist", inputs: git("http://localhost:1/nothing.git") },
  { name: "that has inputs itself", inputs: git("HTTP/inputs.git") },
];

export const refusedRepositories: ReadonlySet<string> = new Set([
  "a branch that does not exist",
  "a tag, which is no branch",
  "a revision that does not exist",
  "attributes with a time",
  "without a branch that is checked out",
  "without a commit",
  "that does not exist",
  "of another server that does not exist",
]);

/** Makes the repositories in a folder, and tells the commits that the cases name. */
export function makeRepositories(folder: string, url: string): Readonly<Record<string, string>> {
  const script = `
    set -e
    make() { git init --quiet -b main "work/$1"; cd "work/$1"; }
    save() { git add -A; git commit --quiet -m "$1"; }
    publish() { git clone --quiet --bare "work/$1" "$1.git"; }
    flake='{ outputs = _: { }; }'
    (
      make main
      echo "$flake" >flake.nix; mkdir below; echo "$flake" >below/flake.nix
      printf '#!/bin/sh\\n' >script; chmod 755 script; ln -s flake.nix link; ln -s ../../out out
      printf 'a\\nb\\n' >lines; printf 'a\\r\\nb\\r\\n' >crlf.txt; printf '$Id$\\n' >ident; printf 'caf\\303\\251' >$'caf\\303\\251'
      printf '* text=auto\\nlines eol=crlf\\nident ident\\nfiltered filter=nothing\\nsecret export-ignore\\nprivate/ export-ignore\\n' >.gitattributes
      echo x >secret; mkdir private; echo x >private/x; echo x >filtered
      save one
      echo 2 >two; GIT_COMMITTER_DATE='1700000100 +0000' save two
      git tag v0; git tag -a -m message v1
      git checkout --quiet -b dev; echo 3 >three; GIT_COMMITTER_DATE='1700000200 +0000' save three
      git checkout --quiet -b feature/x main
      git checkout --quiet main; git merge --quiet --no-ff -m merge dev
    )
    publish main
    git clone --quiet --bare work/main ambiguous.git; git -C ambiguous.git tag dev main
    (make sub; echo sub >file; save one); publish sub
    (make deep; echo deep >file; save one); publish deep
    (cd work/sub; git -c protocol.file.allow=always submodule --quiet add ../../deep.git inner; git config -f .gitmodules submodule.inner.url '${url}/deep.git'; save two; git push --quiet ../../sub.git main)
    (
      make modules
      echo "$flake" >flake.nix
      git -c protocol.file.allow=always submodule --quiet add ../../sub.git nested/sub
      git config -f .gitmodules submodule.nested/sub.url ../sub.git
      save one
    )
    publish modules
    git clone --quiet --bare work/main detached.git; git -C detached.git update-ref --no-deref HEAD dev
    git clone --quiet --bare work/main tagged.git
    git init --quiet --bare -b main unborn.git
    (make inputs; echo '{ inputs.b.url = "git+${url}/main.git?ref=dev"; outputs = _: { }; }' >flake.nix; save one); publish inputs
    git clone --quiet modules.git clone
    for each in *.git; do git -C "$each" config uploadpack.allowAnySHA1InWant true; done
    cd main.git; git rev-parse main~2 v1 dev
  `;
  const [one, tag, dev] = run(script, folder).trim().split("\n");
  return { ONE: one!, TAG: tag!, DEV: dev! };
}
