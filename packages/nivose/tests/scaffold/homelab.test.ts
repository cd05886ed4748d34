import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { homelab } from "../../src/scaffold/presets/homelab.ts";
import type { FleetSpec } from "../../src/scaffold/spec/fleet-spec.ts";
import { composed, presetsFolder, resolved } from "./sound-repository.ts";

const modules = path.join(presetsFolder, "homelab/files/hosts/_modules");

async function written(spec: FleetSpec): Promise<Map<string, string>> {
  const { files } = await composed(resolved(spec, homelab), homelab);
  return new Map(files.map((file) => [file.path, file.text]));
}

describe("a home lab", () => {
  test("has a module for each service that can be asked for, and offers each that there is a module for", () => {
    const files = readdirSync(path.join(modules, "nixos/services")).map((file) => file.replace(/\.nix$/u, ""));
    expect(files.toSorted()).toEqual([...homelab.choices.services].toSorted());
  });

  test("knows the roles that can be asked for", () => {
    const names = readFileSync(path.join(modules, "common/role-names.nix"), "utf8").matchAll(/"([a-z]+)"/gu);
    expect([...names].map(([, name]) => name)).toEqual([...homelab.choices.roles].toSorted());
  });

  test("speaks of no secrets if there are none, and of no deployment either", async () => {
    const files = await written({
      hosts: [
        { name: "a", services: ["restic"] },
        { name: "b", kind: "darwin" },
      ],
      secrets: { kind: "none" },
      deployment: "none",
    });
    const texts = [...files].filter(([file]) => file !== "shells/nix.nix" && file !== "lib/script-tools.nix");
    expect(texts.filter(([, text]) => /sops-nix|config\.sops|secrets\.yaml/u.test(text))).toEqual([]);
    expect(texts.filter(([file, text]) => /deploy\.sh|#deploy|just deploy/u.test(file + text))).toEqual([]);
  });

  test("encrypts for each host what its services need", async () => {
    const files = await written({
      hosts: [
        { name: "a", services: ["restic"] },
        { name: "b", kind: "darwin" },
      ],
    });
    expect([...files.keys()].filter((file) => file.endsWith("secrets.yaml"))).toEqual([
      "hosts/a/secrets.yaml",
      "hosts/b/secrets.yaml",
    ]);
  });

  test("can be begun without any machine", async () => {
    const files = await written({});
    expect([...files.keys()].filter((file) => /^hosts\/[^_]/u.test(file))).toEqual([]);
    expect(files.get("users.nix")).toContain("{ }");
  });
});
