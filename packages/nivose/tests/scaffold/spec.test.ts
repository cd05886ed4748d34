import { beforeAll, describe, expect, test } from "vitest";
import type { Preset } from "../../src/scaffold/preset.ts";
import { loadPreset } from "../../src/scaffold/presets/index.ts";
import { resolveSpec } from "../../src/scaffold/spec/resolve.ts";

let preset: Preset;
beforeAll(async () => {
  preset = await loadPreset("homelab");
});

function problemsOf(spec: unknown): string[] {
  const result = resolveSpec(spec, preset, {
    releases: ["24.11", "26.05"],
    defaultRelease: "26.05",
    folderName: "My Lab",
  });
  return result.ok ? [] : result.problems.map(({ text, hint }) => (hint === undefined ? text : `${text} (${hint})`));
}

describe("a spec", () => {
  test("may say nothing", () => {
    expect(problemsOf({})).toEqual([]);
  });

  test.each<[unknown, string[]]>([
    [[], ["the spec is []; expected an object"]],
    [{ hots: [] }, [expect.stringMatching(/^hots means nothing here; .*\(did you mean 'hosts'\?\)$/u) as string]],
    [{ hosts: [{}] }, [`hosts[0] does not say its 'name' (add "name")`]],
    [
      { hosts: [{ name: "a b" }] },
      [expect.stringMatching(/^hosts\[0\]\.name is "a b"; expected a host name/u) as string],
    ],
    [
      { hosts: [{ name: "let" }] },
      [expect.stringMatching(/^hosts\[0\]\.name is "let"; expected .* no word of Nix/u) as string],
    ],
    [{ hosts: [{ name: "a" }, { name: "a" }] }, ["hosts[1] says 'a' a second time (rename or remove one of the two)"]],
    [
      { hosts: [{ name: "a", kind: "nixox" }] },
      [expect.stringMatching(/^hosts\[0\]\.kind is "nixox"; expected one of .*\(did you mean 'nixos'\?\)$/u) as string],
    ],
    [
      { hosts: [{ name: "a", users: ["bop"] }], users: [{ name: "bob" }] },
      ["hosts[0].users[0] is 'bop', which is not among the users (did you mean 'bob'?)"],
    ],
    [
      { hosts: [{ name: "a", dependsOn: ["z"] }] },
      ["hosts[0].dependsOn[0] is 'z', which is not among the hosts (add 'z' to hosts)"],
    ],
    // a slip must not put a private key into a log
    [
      {
        secrets: {
          operators: [
            { name: "me", age: "AGE-SECRET-KEY-1QQQSYQCYQ5RQWZQFPG9SCRGWPUGPZYSNZS23V9CCRYDPK8QARC0SWRP5XM" },
          ],
        },
      },
      [expect.stringMatching(/\.age is "\(a private key\)"; expected/u) as string],
    ],
    [
      { users: [{ name: "a", sshKeys: ["-----BEGIN OPENSSH PRIVATE KEY-----b3BlbnNza"] }] },
      [expect.stringMatching(/\.sshKeys\[0\] is "\(a private key\)"; expected/u) as string],
    ],
    [{ "AGE-SECRET-KEY-1QQQ": 1 }, [expect.stringMatching(/^\(a private key\) means nothing here/u) as string]],
    [{ description: "\ud800" }, [expect.stringMatching(/; expected one line of text$/u) as string]],
    [{ description: "a\u2028b" }, [expect.stringMatching(/; expected one line of text$/u) as string]],
    [
      { hosts: [{ name: "Luna" }, { name: "luna" }] },
      ["hosts[1].name does not fit: 'luna' and 'Luna' are one folder on a Mac"],
    ],
    [{ hosts: [{ name: "readme" }] }, ["hosts[0].name does not fit: documents of that name lie beside those of hosts"]],
    [
      { hosts: [{ name: "a", address: "b" }, { name: "b" }] },
      ["hosts[1].address does not fit: a is reached at 'b', too"],
    ],
    [
      {
        hosts: [
          { name: "a", dependsOn: ["c"] },
          { name: "b", dependsOn: ["a"] },
          { name: "c", dependsOn: ["b"] },
        ],
      },
      ["a", "b", "c"].map((name, index) => `hosts[${index}].dependsOn does not fit: '${name}' would wait for itself`),
    ],
    [
      {
        hosts: [
          { name: "a", dependsOn: ["b"] },
          { name: "b", wave: 2 },
        ],
      },
      ["hosts[0].dependsOn does not fit: 'b' is in wave 2, after 'a' in wave 1"],
    ],
    [
      { users: [{ name: "root" }, { name: "nixbld7" }, { name: "caddy" }] },
      ["root", "nixbld7", "caddy"].map(
        (name, index) =>
          `users[${index}].name is '${name}', an account that the system or a service has itself (choose another login name)`,
      ),
    ],
    [
      { release: "24.11", hosts: [{ name: "a", kind: "darwin", stateVersion: "6" }] },
      ["hosts[0].stateVersion does not fit: nix-darwin counts from 1 to 5"],
    ],
    [
      { release: "24.11", hosts: [{ name: "a", stateVersion: "26.05" }] },
      ["hosts[0].stateVersion does not fit: 26.05 is newer than the release of the fleet, 24.11"],
    ],
    [{ hosts: [{ name: "a", stateVersion: "18.03" }] }, ["hosts[0].stateVersion does not fit: homes count from 18.09"]],
    [{ hosts: [{ name: "a", stateVersion: "24.10" }] }, [expect.stringMatching(/it is a release such as/u) as string]],
    [{ namespace: "sops" }, [expect.stringMatching(/^namespace is 'sops', which/u) as string]],
    [{ namespace: "let" }, [expect.stringMatching(/^namespace is 'let', which Nix/u) as string]],
    [{ namespace: "services" }, [expect.stringMatching(/^namespace is 'services', which/u) as string]],
    [{ release: "24.12" }, [expect.stringMatching(/^release is "24.12"; expected one of '24.11'/u) as string]],
    [
      { secrets: { operators: [{ name: "me", age: "age1x" }] } },
      [expect.stringMatching(/expected an age recipient/u) as string],
    ],
  ])("%j", (spec, expected) => {
    expect(problemsOf(spec)).toEqual(expected);
  });

  test("may be as deep as it likes", () => {
    const deep = JSON.parse(`${"[".repeat(50_000)}${"]".repeat(50_000)}`) as unknown;
    expect(problemsOf({ name: deep })).toEqual([expect.stringMatching(/^name is a list; expected/u)]);
  });

  test("takes its name from the folder, cut where it may end", () => {
    const folderName = `${"a".repeat(62)}-b`;
    const result = resolveSpec({}, preset, { releases: ["26.05"], defaultRelease: "26.05", folderName });
    expect(result).toMatchObject({ ok: true, fleet: { name: "a".repeat(62) } });
  });
});
