/** A store of its own for real Nix, in a scratch folder, so that no test sees what another one or the machine has. */

import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";
import { realNix } from "../../../../nivose/tests/needs.ts";

interface Printed {
  readonly stdout: string;
  readonly stderr: string;
}

/** All that is given and comes back is bytes. A program may have its verb behind a blank. */
export interface RealStore {
  /** A scratch folder, visible to Nix. */
  readonly folder: string;
  /** What a program of Nix prints that works on the store. */
  readonly run: (program: string, ...args: string[]) => string;
  /** What a program prints that knows no store. */
  readonly runAlone: (program: string, ...args: string[]) => string;
  /** An evaluation to the last, with its traces. */
  readonly evaluate: (...args: string[]) => Printed;
  /** The last error of a program that fails, without its indentation. */
  readonly refusal: (program: string, ...args: string[]) => string;
  readonly refusalOrNothing: (program: string, ...args: string[]) => string | undefined;
  /** Where on the disk a path of the store is. */
  readonly placeOf: (storePath: string) => string;
  /** The derivations in the store by their paths. */
  readonly derivations: () => Map<string, string>;
}

export function realStore(): RealStore {
  const folder = mkdtempSync(path.join(tmpdir(), "nivose-store-"));
  onTestFinished(() => {
    // Nix makes what is in a store read-only, folders too.
    spawnSync("chmod", ["-R", "u+w", folder]);
    rmSync(folder, { recursive: true, force: true });
  });
  const root = path.join(folder, "root");
  const inStore = (program: string, args: readonly string[]): Printed & { readonly status: number | null } => {
    const [name, ...verb] = program.split(" ");
    return start([name!, ...verb, "--store", `local?root=${root}`, ...args]);
  };
  const refusalOrNothing = (program: string, ...args: string[]): string | undefined => {
    const { status, stderr } = inStore(program, args);
    return status === 0 ? undefined : lastError(stderr);
  };
  return {
    folder,
    run: (program, ...args) => succeed(inStore(program, args)).stdout,
    runAlone: (program, ...args) => succeed(start([program, ...args])).stdout,
    evaluate: (...args) => succeed(inStore("nix-instantiate", ["--eval", "--strict", ...args])),
    refusal: (program, ...args) => {
      const refusal = refusalOrNothing(program, ...args);
      if (refusal === undefined) throw new Error(`${program} ${args.join(" ")} did not fail`);
      return refusal;
    },
    refusalOrNothing,
    placeOf: (storePath) => path.join(root, storePath),
    derivations: () => {
      const store = path.join(root, "nix/store");
      const names = readdirSync(store).filter((name) => name.endsWith(".drv"));
      return new Map(names.map((name) => [`/nix/store/${name}`, readFileSync(path.join(store, name), "latin1")]));
    },
  };
}

function start(command: readonly string[]): Printed & { readonly status: number | null } {
  // Arguments reach the system as UTF-8.
  const args = command.map((argument) => Buffer.from(argument, "latin1").toString());
  return spawnSync(realNix(), args, { encoding: "latin1", maxBuffer: 2 ** 30, stdio: ["ignore", "pipe", "pipe"] });
}

function succeed(result: Printed & { readonly status: number | null }): Printed {
  if (result.status !== 0) throw new Error(result.stderr);
  return result;
}

function lastError(stderr: string): string {
  return stderr
    .split(/^ *error: /m)
    .at(-1)!
    .replace(/\nTry 'nix[^]*/, "")
    .replaceAll("\n       ", "\n")
    .trimEnd();
}
