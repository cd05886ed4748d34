import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { loadPreset } from "../../src/scaffold/presets/index.ts";
import { presetNames } from "../../src/scaffold/presets/names.ts";
import { bin } from "../cli/run-nivose.ts";
import { planCommand, planRows } from "./plan-commands.ts";
import { composed, resolved } from "./sound-repository.ts";

/** What the stand-in for encryption writes. */
const CIPHERTEXT = "sops: {}\n";
const examples = path.resolve(import.meta.dirname, "../../../../examples");

describe.each(presetNames)("the example %s", (name) => {
  const folder = path.join(examples, name);

  test("is what init writes, but for its ciphertexts", async () => {
    const preset = await loadPreset(name);
    const { files } = await composed(resolved(preset.founding, preset), preset);
    const written = new Map(files.map((file) => [file.path, file.text]));
    expect(filesBelow(folder).filter((file) => file !== "PLAN.md")).toEqual([...written.keys()].toSorted());
    const differing = [...written].filter(([file, text]) => {
      const there = readFileSync(path.join(folder, file), "utf8");
      return text === CIPHERTEXT ? !/^\s*mac: ENC\[AES256_GCM,/mu.test(there) : there !== text;
    });
    expect(differing.map(([file]) => file)).toEqual([]);
  });

  const rows = existsSync(path.join(folder, "PLAN.md"))
    ? planRows(readFileSync(path.join(folder, "PLAN.md"), "utf8"))
    : [];

  test("names what its plan names", () => {
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.filter(({ command }) => planCommand(command).kind === "unknown")).toEqual([]);
  });

  test("holds what its PLAN.md points at", () => {
    const failing = rows.flatMap(({ thing, command }) => {
      const words = wordsOf(command);
      if (words === undefined) return [];
      const { status, stderr } = spawnSync(words[0]!, words.slice(1), { cwd: folder, encoding: "utf8" });
      return status === 0 ? [] : [{ thing, command, stderr }];
    });
    expect(failing).toEqual([]);
  });
});

/** The command line for what can run here; nothing for what needs packages. */
function wordsOf(command: string): string[] | undefined {
  const plan = planCommand(command);
  if (plan.kind === "shell") return ["sh", "-c", plan.command];
  if (plan.kind !== "file") return undefined;
  const selection = plan.attribute === "" ? [] : ["-A", plan.attribute];
  return [process.execPath, bin, "eval", "--json", "--strict", ...selection, plan.file];
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .toSorted();
}
