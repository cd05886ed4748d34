import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { loadPreset } from "../../src/scaffold/presets/index.ts";
import { presetNames } from "../../src/scaffold/presets/names.ts";
import { bin } from "../cli/run-nivose.ts";
import { planCommand, planRows } from "./plan-commands.ts";
import { composed, resolved } from "./sound-repository.ts";

const examples = path.resolve(import.meta.dirname, "../../../../examples");

describe.each(presetNames)("the example %s", (name) => {
  const folder = path.join(examples, name);

  test("is what init writes, but for its ciphertexts", async () => {
    const preset = await loadPreset(name);
    const { files } = await composed(resolved(preset.founding, preset), preset);
    const written = new Map(files.map((file) => [file.path, file.text]));
    expect(filesBelow(folder).filter((file) => file !== "PLAN.md")).toEqual([...written.keys()].toSorted());
    const secrets = new Set(files.filter(({ text }) => text === "sops: {}\n").map((file) => file.path));
    for (const [file, text] of written) {
      const there = readFileSync(path.join(folder, file), "utf8");
      if (secrets.has(file)) expect(there, file).toMatch(/^\s*mac: ENC\[AES256_GCM,/mu);
      else expect(there, file).toBe(text);
    }
  });

  const rows = existsSync(path.join(folder, "PLAN.md"))
    ? planRows(readFileSync(path.join(folder, "PLAN.md"), "utf8"))
    : [];

  test("names what its plan names", () => {
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.filter(({ command }) => planCommand(command).kind === "unknown")).toEqual([]);
  });

  test("holds what its PLAN.md points at", () => {
    for (const { thing, command } of rows) {
      const plan = planCommand(command);
      if (plan.kind === "shell") {
        const { status, stderr } = spawnSync("sh", ["-c", plan.command], { cwd: folder, encoding: "utf8" });
        expect({ thing, command, status, stderr }).toMatchObject({ status: 0 });
      } else if (plan.kind === "file") {
        const words = [
          bin,
          "eval",
          "--json",
          "--strict",
          ...(plan.attribute === "" ? [] : ["-A", plan.attribute]),
          plan.file,
        ];
        const { status, stderr } = spawnSync(process.execPath, words, { cwd: folder, encoding: "utf8" });
        expect({ thing, command, status, stderr }).toMatchObject({ status: 0 });
      }
    }
  });
});

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .toSorted();
}
