/**
 * Running other programs from the scripts.
 */
import { spawn } from "node:child_process";
import { accessSync, constants } from "node:fs";
import path from "node:path";
import { root } from "./repository.js";

/** Runs a command at the root of the repository. Resolves to `{ ok, output }`: all that it printed, in one string. */
export function outputOf(command, parameters, environment = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, parameters, {
      cwd: root,
      env: { ...process.env, ...environment },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const pieces = [];
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (piece) => pieces.push(piece));
    child.once("error", (error) => resolve({ ok: false, output: error.message }));
    child.once("close", (status) => resolve({ ok: status === 0, output: Buffer.concat(pieces).toString() }));
  });
}

/** Runs a command at the root of the repository whose output is for the user. Resolves to its exit status. */
export function show(command, parameters, environment = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, parameters, {
      cwd: root,
      env: { ...process.env, ...environment },
      stdio: ["ignore", "inherit", "inherit"],
    });
    child.once("error", reject);
    child.once("close", (status) => resolve(status ?? 1));
  });
}

/** Where a program is on the search path, or undefined. */
export function programPath(program) {
  for (const folder of (process.env.PATH ?? "").split(":").filter((entry) => entry !== "")) {
    const file = path.join(folder, program);
    try {
      accessSync(file, constants.X_OK);
      return file;
    } catch {
      // Not in this folder.
    }
  }
  return undefined;
}

/** The path of a development tool. */
export function tool(name) {
  return path.join(root, "node_modules/.bin", name);
}
