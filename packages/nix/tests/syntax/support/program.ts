/** Programs beside this file, run by Node as the build would make them: what is measured in them is not the test runner. */

import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { rolldown } from "rolldown";

export class Program {
  readonly #folder: string;
  readonly #file: string;

  private constructor(folder: string, file: string) {
    this.#folder = folder;
    this.#file = file;
  }

  /** Bundles `support/<name>.ts`. */
  static async make(name: string): Promise<Program> {
    const folder = mkdtempSync(path.join(tmpdir(), "syntax-program-"));
    const build = await rolldown({
      input: path.join(import.meta.dirname, `${name}.ts`),
      platform: "node",
      optimization: { inlineConst: { mode: "all", pass: 1 } },
    });
    const file = path.join(folder, `${name}.mjs`);
    await build.write({ file, format: "esm" });
    await build.close();
    return new Program(folder, file);
  }

  /** What it prints. */
  run(nodeFlags: readonly string[], parameters: readonly string[]): string {
    return execFileSync(process.execPath, [...nodeFlags, this.#file, ...parameters], { encoding: "utf8" });
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
