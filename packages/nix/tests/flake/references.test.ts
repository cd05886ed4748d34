/** Flake references as Nix has been seen to read, print and refuse them. */

import { describe, expect, test } from "vitest";
import { evaluated } from "../builtins/support/evaluate.ts";

const revision = "ae2e6b3958682513d28f7d633734571fb18285dd";

describe("a text becomes attributes", () => {
  test.each([
    ["nixpkgs", '{"id":"nixpkgs","type":"indirect"}'],
    [`nixpkgs/release/${revision}`, `{"id":"nixpkgs","ref":"release","rev":"${revision}","type":"indirect"}`],
    [
      "github:NixOS/nixpkgs/23.05?dir=lib",
      '{"dir":"lib","owner":"NixOS","ref":"23.05","repo":"nixpkgs","type":"github"}',
    ],
    ["gitlab:a/b/feature/c", '{"owner":"a","ref":"feature/c","repo":"b","type":"gitlab"}'],
    ["git+https://h/r?ref=main&shallow=1&x=y", '{"ref":"main","shallow":true,"type":"git","url":"https://h/r?x=y"}'],
    ["hg+ssh://u@h/r?rev=abc", '{"rev":"abc","type":"hg","url":"ssh://u@h/r"}'],
    ["https://h/a.txt", '{"type":"tarball","url":"https://h/a.txt"}'],
    ["file+https://h/a.tar.gz?lastModified=7", '{"lastModified":7,"type":"file","url":"https://h/a.tar.gz"}'],
    ["path:./a%20b?lastModified=3", '{"lastModified":3,"path":"./a b","type":"path"}'],
    ["/a/b?dir=c", '{"dir":"c","path":"/a/b","type":"path"}'],
  ])("%s", (text, attributes) => {
    expect(evaluated(`builtins.toJSON (builtins.parseFlakeRef "${text}")`, ["flakes"])).toBe(
      JSON.stringify(attributes),
    );
  });
});

describe("attributes become a text", () => {
  test.each([
    [
      'type = "github"; owner = "NixOS"; repo = "nixpkgs"; ref = "23.05"; dir = "lib";',
      "github:NixOS/nixpkgs/23.05?dir=lib",
    ],
    ['type = "git"; url = "git@host:a/b"; submodules = true;', "git+ssh://git@host/a/b?submodules=1"],
    ['type = "path"; path = "/a b"; lastModified = 3;', "path:/a%20b?lastModified=3"],
    [
      'type = "tarball"; url = "https://h/a?b=c"; narHash = "";',
      "https://h/a?b=c&narHash=sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA%3D",
    ],
  ])("{ %s }", (attributes, text) => {
    expect(evaluated(`builtins.flakeRefToString { ${attributes} }`, ["flakes"])).toBe(JSON.stringify(text));
  });
});

describe("what makes no sense is refused in Nix's words", () => {
  test.each([
    ['builtins.parseFlakeRef "./a"', "flake reference './a' is not an absolute path"],
    ['builtins.parseFlakeRef "nixpkgs#hello"', "unexpected fragment 'hello' in flake reference 'nixpkgs#hello'"],
    ['builtins.parseFlakeRef "ftp://h/a"', "input 'ftp://h/a' is unsupported"],
    [
      'builtins.flakeRefToString { type = "path"; path = 1; }',
      `input attribute 'path' is not a string {"path":1,"type":"path"}`,
    ],
    ['builtins.flakeRefToString { type = "x"; }', `cannot show unsupported input '{"type":"x"}'`],
    ['builtins.fetchTree { type = "git"; }', "input attribute 'url' is missing"],
    ['builtins.fetchTree { url = "https://h/a"; }', "attribute 'type' is missing in call to 'fetchTree'"],
    ['builtins.fetchGit { type = "git"; url = "https://h/a"; }', "unexpected attribute 'type'"],
    ['builtins.fetchurl { sha256 = ""; }', "'url' argument required"],
    ['builtins.fetchTarball { url = "https://h/a"; hash = ""; }', "unsupported argument 'hash' to 'fetchTarball'"],
    ['builtins.fetchMercurial { url = ""; }', "'url' argument required"],
    ['builtins.getFlake "./a"', "flake reference './a' is not an absolute path"],
    // Nix crashes on this one
    [
      `builtins.flakeRefToString { type = "github"; owner = "a"; repo = "b"; ref = "c"; rev = "${revision}"; }`,
      "an input of type 'github' cannot have both 'ref' and 'rev'",
    ],
  ])("%s", (expression, message) => {
    expect(evaluated(expression, ["flakes"])).toBe(`error: ${message}`);
  });

  test.each([
    ['fetchTarball "https://h/a.tar.gz"', "'https://h/a.tar.gz' is not supported yet: it needs a network"],
    ['fetchurl "file:///a"', "'file:///a' is not supported yet, even though it is on this machine"],
  ])("%s is right, and a limit", (expression, text) => {
    expect(evaluated(`builtins.${expression}`, ["flakes"])).toBe(`error: fetching ${text}`);
  });
});
