/** The installed Nix, which builds what an evaluation wants to read. Its programs run while the evaluation waits. */

import { spawnSync } from "../../run-program.ts";
import { encodeBase16 } from "../../store/base16.ts";
import { type ContentAddressMethod, printContentAddress } from "../../store/content-address.ts";
import { hashBytes } from "../../store/hash.ts";
import { dumpNar, hashFile } from "../../store/nar.ts";
import { type Addition, addToStore, greeting, queryValidPaths, readValidPaths } from "../../store/serve-protocol.ts";
import type { EvalError } from "../errors/errors.ts";
import { HeapExhausted } from "../memory/heap.ts";
import { fail } from "../machine/machine.ts";
import { settings } from "../machine/settings.ts";
import { inStore } from "../errors/store-errors.ts";
import { evaluationTree, type StoreObject, storeObject } from "./store-objects.ts";

let programsAllowed = true;

/** An evaluation that is to be short waits for nobody: it is given up, as if it had run out of memory. */
export function allowPrograms(allowed: boolean): void {
  programsAllowed = allowed;
}

export function isInstalled(): boolean {
  return settings.nixStore.length > 0;
}

/** Puts objects of the evaluation into the store, with all that they refer to. */
export function addObjects(paths: readonly string[]): void {
  const closure = inputsFirst(paths);
  const valid = new Set(readValidPaths(serve([greeting(), queryValidPaths(closure)])));
  const missing = closure.filter((path) => !valid.has(path));
  if (missing.length === 0) return;
  serve([greeting(), ...missing.flatMap((path) => addToStore(additionOf(path)))]);
}

/** Builds outputs of a derivation in the store. */
export function buildOutputs(drvPath: string, outputs: readonly string[]): void {
  run(["--realise", `${drvPath}!${outputs.join(",")}`]);
}

/** What a path of the store refers to. */
export function referencesInStore(path: string): string[] {
  return lines(run(["--query", "--references", path]));
}

/** A path of the store and all that it needs. */
export function requisites(path: string): string[] {
  return lines(run(["--query", "--requisites", path]));
}

function serve(requests: readonly Uint8Array[]): Buffer {
  return run(["--serve", "--write"], Buffer.concat(requests));
}

function run(words: readonly string[], input?: Buffer): Buffer {
  if (!programsAllowed) throw new HeapExhausted();
  const [program, ...first] = settings.nixStore;
  const { status, stdout, stderr, error } = spawnSync(program!, [...first, ...words], {
    ...(input === undefined ? { stdio: ["ignore", "pipe", "pipe"] } : { input }),
    maxBuffer: 2 ** 30,
    timeout: settings.programTimeout * 1000,
  });
  if (error !== undefined) throw failureToRun(program!, error);
  if (status !== 0) throw fail("eval", lastError(stderr.toString("latin1")));
  return stdout;
}

function failureToRun(program: string, error: Error): EvalError {
  if ("code" in error && error.code === "ETIMEDOUT") {
    return fail("interrupted", `'${program}' took longer than ${settings.programTimeout} s`);
  }
  return fail("io", `cannot run '${program}': ${error.message}`);
}

/** The text after the last `error:`, without colours and indentation. */
function lastError(printed: string): string {
  const plain = printed.replaceAll(/\u001b\[[0-9;]*m/g, "");
  const text = plain.split(/^ *error: /m).at(-1)!;
  return text
    .replaceAll("\n       ", "\n")
    .replace(/\n\(use '--show-trace'.*\)/, "")
    .trimEnd();
}

function lines(output: Buffer): string[] {
  return output
    .toString("latin1")
    .split("\n")
    .filter((line) => line !== "");
}

/** Paths and all that they refer to, each behind what it refers to itself. */
function inputsFirst(paths: readonly string[]): string[] {
  const order = new Set<string>();
  const visit = (path: string): void => {
    if (order.has(path)) return;
    for (const reference of referencesOf(storeObject(path))) visit(reference);
    order.add(path);
  };
  for (const path of paths) visit(path);
  return [...order];
}

function referencesOf(object: StoreObject | undefined): readonly string[] {
  return object?.kind === "text" ? object.references : [];
}

function additionOf(path: string): Addition {
  const object = storeObject(path);
  if (object === undefined) throw fail("invalid-path", `path '${path}' is not valid`);
  const pieces: Uint8Array[] = [];
  // pieces are only valid until the next one
  inStore(() => dumpNar(evaluationTree, path, (piece) => pieces.push(Uint8Array.from(piece))));
  const nar = Buffer.concat(pieces);
  const narHash = hashBytes("sha256", nar);
  const method: ContentAddressMethod = object.kind === "text" ? "text" : object.flat ? "flat" : "nar";
  const hash = method === "nar" ? narHash : hashFile(evaluationTree, path);
  return {
    path,
    references: referencesOf(object),
    contentAddress: printContentAddress({ method, hash }),
    narHash: encodeBase16(narHash.bytes),
    nar,
  };
}
