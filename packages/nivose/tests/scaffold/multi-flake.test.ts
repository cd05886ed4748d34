/** What is special in multi-flake: flakes that take each other as inputs, and a graph of them that is checked. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { runEvaluation } from "@nivose/nix/evaluation";
import { describe, expect, test } from "vitest";
import { multiFlake } from "../../src/scaffold/presets/multi-flake.ts";
import type { FleetSpec } from "../../src/scaffold/spec/fleet-spec.ts";
import { composed, resolved } from "./sound-repository.ts";

async function filesOf(spec: FleetSpec): Promise<Map<string, string>> {
  const { files } = await composed(resolved(spec, multiFlake), multiFlake);
  return new Map(files.map((file) => [file.path, file.text]));
}

/** An attribute of `deployment/graph.nix`, which needs nothing but the `flake.nix` of each flake. */
function graph(files: ReadonlyMap<string, string>, attribute: string): unknown {
  const folder = mkdtempSync(path.join(tmpdir(), "nivose-graph-"));
  try {
    for (const [file, text] of files) {
      if (!file.endsWith(".nix")) continue;
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), text);
    }
    const text = Buffer.from(`(import ${folder}/deployment/graph.nix).${attribute}`);
    const reply = runEvaluation(
      {
        expression: { kind: "text", text, name: "graph", folder: "/" },
        selections: [""],
        args: [],
        output: "json",
        strict: true,
        location: false,
        settings: {},
      },
      () => {},
    );
    if (!reply.ok) throw new Error(JSON.stringify(reply.failure));
    return JSON.parse(reply.output);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe("the graph of multi-flake", () => {
  const specs: Readonly<Record<string, FleetSpec>> = {
    "the founding fleet": multiFlake.founding,
    "a fleet without secrets": { ...multiFlake.founding, secrets: { kind: "none" } },
    "no stations at all": { hosts: [], users: [], secrets: { operators: [] } },
  };

  test.each(Object.entries(specs))("is the documented one for %s, and no ring", async (_name, spec) => {
    const files = await filesOf(spec);
    expect(graph(files, "cycles")).toEqual([]);
    expect(graph(files, "undocumented")).toEqual([]);
    expect(graph(files, "unknown")).toEqual([]);
    expect(Object.values(graph(files, "stationsReach") as object)).not.toContain(false);
  });

  test("tells of a ring, and of who took an input that nobody documented", async () => {
    const files = await filesOf(multiFlake.founding);
    const flake = files.get("packages/flake.nix")!;
    files.set("packages/flake.nix", flake.replace("inputs = {", 'inputs = { hosts.url = "path:../desktop-systems";'));
    expect(graph(files, "cycles")).toEqual(["desktop-systems", "packages", "user-environments"]);
    expect(graph(files, "undocumented")).toEqual(["packages"]);
  });

  test("tells of a flake that it does not know", async () => {
    const files = await filesOf(multiFlake.founding);
    files.set("more/flake.nix", "{ outputs = _: { }; }");
    expect(graph(files, "unknown")).toEqual(["more"]);
  });
});

describe("the flakes of multi-flake", () => {
  test("have one nixpkgs in each lock file, and siblings by their relative paths", async () => {
    const locks = [...(await filesOf(multiFlake.founding))].filter(([file]) => file.endsWith("/flake.lock"));
    expect(locks).toHaveLength(9);
    for (const [, text] of locks) {
      const nodes = Object.entries(
        (JSON.parse(text) as { nodes: Record<string, { locked?: Record<string, string>; parent?: string[] }> }).nodes,
      );
      expect(nodes.filter(([, { locked }]) => locked?.["repo"] === "nixpkgs").map(([name]) => name)).toEqual([
        "nixpkgs",
      ]);
      for (const [, { locked, parent }] of nodes) expect(locked?.["path"]?.startsWith("../")).toBe(parent && true);
    }
  });

  test("know nothing of SOPS where there are no secrets", async () => {
    const files = await filesOf({ ...multiFlake.founding, secrets: { kind: "none" } });
    const mentioning = [...files].filter(([, text]) => /sops/iu.test(text)).map(([file]) => file);
    // tools to work with, and what the backup says of SSH keys, do no harm
    expect(mentioning.filter((file) => !file.startsWith("development/shells/"))).toEqual([]);
  });

  test("build a station where its profile says", async () => {
    const files = await filesOf({
      hosts: [{ name: "tall", profiles: ["desktop", "minimal"] }, { name: "small" }],
      secrets: { kind: "none" },
    });
    expect(files.has("desktop-systems/hosts/tall/default.nix")).toBe(true);
    expect(files.has("minimal-systems/hosts/small/default.nix")).toBe(true);
  });
});
