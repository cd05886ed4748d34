/** What every repository of `init` must be, whatever the spec: readable, formatted, complete. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { formatSource } from "@nivose/nix/format";
import { parse } from "@nivose/nix/syntax";
import { runEvaluation } from "@nivose/nix/evaluation";
import { compose, type Composed } from "../../src/scaffold/compose.ts";
import type { Preset } from "../../src/scaffold/preset.ts";
import { newestRelease, releases } from "../../src/scaffold/release.ts";
import type { Fleet, FleetSpec } from "../../src/scaffold/spec/fleet-spec.ts";
import { resolveSpec } from "../../src/scaffold/spec/resolve.ts";
import { templatesOf } from "../../src/scaffold/template.ts";

export const presetsFolder = path.resolve(import.meta.dirname, "../../presets");

export function resolved(spec: FleetSpec, preset: Preset): Fleet {
  const result = resolveSpec(spec, preset, { releases, defaultRelease: newestRelease, folderName: "fleet" });
  if (!result.ok) throw new Error(result.problems.map(({ text }) => text).join("\n"));
  return result.fleet;
}

export async function composed(fleet: Fleet, preset: Preset): Promise<Composed> {
  return compose(preset, fleet, {
    templates: templatesOf(presetsFolder, preset.name),
    random: (length) => new Uint8Array(length).fill(7),
    encrypt: async () => "sops: {}\n",
  });
}

/** What is wrong with a repository; empty if nothing is. */
export function faultsOf({ files }: Composed, fleet: Fleet): string[] {
  const faults: string[] = [];
  for (const { path: name, text } of files) {
    if (/@(?:if |else@|end@)/u.test(text)) faults.push(`${name}: a condition was left`);
    if (!text.endsWith("\n") || text.endsWith("\n\n")) faults.push(`${name}: does not end in one line break`);
    if (/[ \t]$/mu.test(text) && !name.endsWith(".md")) faults.push(`${name}: blanks at the end of a line`);
    if (!name.endsWith(".nix")) continue;
    const bytes = new TextEncoder().encode(text);
    const { diagnostics } = parse(bytes);
    if (diagnostics.length > 0) faults.push(`${name}: ${diagnostics[0]!.text}`);
    const formatted = formatSource(bytes);
    if (!("text" in formatted) || !Buffer.from(formatted.text).equals(Buffer.from(bytes)))
      faults.push(`${name}: not formatted`);
  }
  const all = files.map(({ text }) => text).join("\n");
  for (const { name } of fleet.hosts) if (!all.includes(name)) faults.push(`the host ${name} is nowhere`);
  return [...faults, ...faultsOfInventory(files, fleet)];
}

function faultsOfInventory(files: Composed["files"], fleet: Fleet): string[] {
  if (fleet.hosts.length === 0) return [];
  const inventory = files.find(({ path: name }) => name === "fleet.nix" || name.endsWith("/fleet.nix"));
  if (inventory === undefined) return ["there is no inventory, fleet.nix"];
  const names = evaluate(
    inventory.text,
    "builtins.mapAttrs (_: host: { inherit (host) kind system; }) (import FILE).hosts",
  );
  const wanted = Object.fromEntries(
    fleet.hosts.map(({ name, kind, system }) => [name, { kind, system }]).toSorted(([a], [b]) => (a! < b! ? -1 : 1)),
  );
  return names === JSON.stringify(wanted) ? [] : [`the inventory says ${names}`];
}

/** A file by itself, as JSON. */
function evaluate(text: string, expression: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), "nivose-inventory-"));
  const file = path.join(folder, "fleet.nix");
  mkdirSync(folder, { recursive: true });
  try {
    writeFileSync(file, text);
    const reply = runEvaluation(
      {
        expression: { kind: "text", text: Buffer.from(expression.replace("FILE", file)), name: "t", folder: "/" },
        selections: [""],
        args: [],
        output: "json",
        strict: true,
        location: false,
        settings: {},
      },
      () => {},
    );
    return reply.ok ? reply.output.trim() : JSON.stringify(reply.failure);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
