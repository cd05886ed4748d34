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
});
