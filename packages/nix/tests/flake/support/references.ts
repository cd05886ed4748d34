/** Flake references to try: each part of a URL from a list of ordinary and awkward ones, combined by chance. */

import { Random } from "../../../conformance/random.ts";

const revision = "ae2e6b3958682513d28f7d633734571fb18285dd";
const narHash = "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=";

const schemes = [
  "path:",
  "path://",
  "path:/",
  "flake:",
  "github:",
  "gitlab:",
  "sourcehut:",
  "git:",
  "git+ssh:",
  "git+https:",
  "git+file:",
  "git+http:",
  "hg+https:",
  "hg+file:",
  "hg:",
  "https:",
  "http:",
  "file:",
  "tarball+https:",
  "tarball+file:",
  "file+https:",
  "file+file:",
  "git+",
  "ftp:",
  "Path:",
  "git+ftp:",
  "x+y+https:",
  "",
  "",
  "/",
];
const paths = [
  "nixpkgs",
  "nixpkgs/nixos-24.11",
  `nixpkgs/${revision}`,
  `nixpkgs/nixos-24.11/${revision}`,
  "a/b/c/d",
  "NixOS",

  "NixOS/nixpkgs",
  "NixOS/nixpkgs/23.05",
  `NixOS/nixpkgs/${revision}`,
  "NixOS//nixpkgs/",
  "a/b/c/..",
  "a/b/-x",
  "1/2",

  "//host/a/b",
  "//user@host:22/a",
  "//[::1]/a",
  "//::1%eth0/a",
  "///a/b",
  "//",
  "///",
  "//host",
  "//host/a.tar.gz",

  "//host/a.zip",
  "///tmp/a.tgz",
  "/a/b",
  "./a",
  "../a",
  ".",
  "",
  "~user/repo",
  "a%20b/c%2Fd",
  "a b",
  "a%0zb",
  "/a/%41",

  "%41/b",
  "git@host:a/b",
  "git@host/x:y",
  "//host/a%00b/c",
  "a/b\xc3\xa9",
  "/a^b",
  "/a[b]",
  "//h/a;b=c,d",
  "/a:b@c",
  `NixOS/nixpkgs/${revision.toUpperCase()}`,
];
const parameters = [
  "dir=lib",
  "dir=a/b%20c",
  "dir=",
  "ref=main",
  "ref=a..b",
  "ref=.x",
  "ref=a%20b",
  "ref=-a",
  "ref=refs/heads/x",

  `rev=${revision}`,
  "rev=abc",
  "rev=sha1:abc",
  `rev=sha1:${revision}`,
  `rev=${revision.toUpperCase()}`,
  "rev=md9:x",
  `narHash=${narHash}`,
  "narHash=",
  "narHash=sha1-x",
  "narHash=x",
  "host=git.example.org",
  "host=a/b",
  "shallow=1",

  "shallow=0",
  "submodules=1",
  "submodules=true",
  "allRefs=1",
  "exportIgnore=1",
  "lastModified=12",
  "lastModified=+1",
  "lastModified=-1",
  "lastModified=x",
  "revCount=18446744073709551615",
  "revCount=18446744073709551616",
  "name=x",

  "unpack=1",
  "other=1",
  "other=a%26b",
  "x",
  "=y",
  "a=b=c",
  "a=/?:@",
  'q="x"',
  "%41=1",
  "verifyCommit=1",
  "publicKey=a",
  "treeHash=x",
  "url=y",
  "type=z",
];
const fragments = ["", "", "", "#", "#a", "#a^b", "#a%20b", "#a#b", '#"x"', "#%zz"];

export function references(count: number, seed: number): string[] {
  const random = new Random(seed);
  return Array.from({ length: count }, () => {
    const query = Array.from({ length: random.below(4) }, () => random.pick(parameters));
    const mark = query.length > 0 || random.oneIn(20) ? "?" : "";
    const text = random.pick(schemes) + random.pick(paths) + mark + query.join("&") + random.pick(fragments);
    return random.oneIn(10) ? broken(text, random) : text;
  });
}

const bytes = [
  "%",
  "%4",
  "%00",
  "\\",
  "^",
  "`",
  " ",
  "|",
  "<",
  "{",
  "\xff",
  "#",
  "?",
  "&",
  "=",
  "@",
  ":",
  "/",
  "+",
  ".",
];

function broken(text: string, random: Random): string {
  const at = random.below(text.length + 1);
  return text.slice(0, at) + random.pick(bytes) + text.slice(at + random.below(2));
}

const values: Readonly<Record<string, readonly string[]>> = {
  type: [
    '"path"',
    '"git"',
    '"github"',
    '"gitlab"',
    '"tarball"',
    '"file"',
    '"hg"',
    '"indirect"',
    '"sourcehut"',
    '"x"',
    "1",
  ],
  url: [
    '"https://a/b"',
    '"git@host:a/b"',
    '"/a/b"',
    '"a b"',
    '"file:///a?x=1"',
    '"ssh://u@h/r"',
    '"git://h/r"',
    "true",
  ],
  path: ['"/a/b"', '"a"', '"/a b"', '""', "1"],
  owner: ['"NixOS"', '"a b"', '""', "1"],
  repo: ['"nixpkgs"', '"a/b"', "true"],
  id: ['"nixpkgs"', '"1x"', '""'],
  ref: ['"main"', '"a b"', '"a..b"', '"refs/heads/x"', '""', "1"],
  rev: [`"${revision}"`, `"sha1:${revision}"`, '"abc"', '""', '"md9:x"', "1", `"${revision.toUpperCase()}"`],
  narHash: [`"${narHash}"`, '""', '"sha1-x"', `"${narHash.slice(0, -1)}"`, "1"],
  dir: ['"lib"', '"a b/c"', '""', "1"],
  lastModified: ["12", '"12"', "0"],
  revCount: ["3", "true"],
  shallow: ["true", "false", '"1"', "1"],
  submodules: ["true", "false", "0"],
  host: ['"example.org"', "1"],
  name: ['"x"'],
  unpack: ["true", '"x"'],
  verifyCommit: ["true"],
  other: ['"x"', "null", "[ ]", "{ }", "1.5", "/a"],
  __final: ["true", '"x"'],
};

/** Sets of attributes: a type with what belongs to it, mostly. */
export function attributeSets(count: number, seed: number): string[] {
  const random = new Random(seed);
  const names = Object.keys(values);
  const belonging: Readonly<Record<string, readonly string[]>> = {
    '"path"': ["path", "rev", "lastModified", "narHash", "dir"],
    '"git"': ["url", "ref", "rev", "shallow", "submodules", "dir", "name", "narHash"],
    '"hg"': ["url", "ref", "rev", "revCount", "dir"],
    '"indirect"': ["id", "ref", "rev", "dir"],
    '"tarball"': ["url", "narHash", "rev", "lastModified", "unpack", "dir"],
    '"file"': ["url", "narHash", "name"],
  };
  return Array.from({ length: count }, () => {
    const type = random.pick(values["type"]!);
    const likely = belonging[type] ?? ["owner", "repo", "ref", "rev", "narHash", "host", "dir", "lastModified"];
    const chosen = new Set(likely.slice(0, 2).filter(() => !random.oneIn(15)));
    for (let more = random.below(4); more > 0; more--)
      chosen.add(random.oneIn(12) ? random.pick(names) : random.pick(likely));
    chosen.delete("type");
    const members = [...chosen].map((name) => {
      const [usual, ...others] = values[name]!;
      return `${name} = ${others.length > 0 && random.oneIn(3) ? random.pick(others) : usual};`;
    });
    return `{ ${random.oneIn(30) ? "" : `type = ${type}; `}${members.join(" ")} }`;
  });
}

/** Nix itself crashes on these: an assertion. */
export function crashesNix(set: string): boolean {
  return /github|gitlab|sourcehut/.test(set) && / ref = /.test(set) && / rev = /.test(set);
}
