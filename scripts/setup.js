/**
 * What a clone needs before anything of it runs: the dependencies, and the built command. Both are made only if they
 * are missing or stale, and finding out that nothing is to be done takes a few milliseconds, because `npm start` asks
 * every time. Plain JavaScript without dependencies: there may be none yet.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { cache, dist, filesBelow, fingerprint, packageFolders, root } from "./repository.js";

const installStamp = path.join(root, "node_modules/.installed");
const buildStamp = path.join(cache, "built");

/** Installs the dependencies if they are not those of the lock file. Throws {@link SetupError}. */
export function ensureInstalled() {
  const wanted = fingerprint(["package-lock.json"]);
  if (contentOf(installStamp) === wanted) return;
  if (!installedAsLocked()) {
    note("installing dependencies");
    // Not `npm ci`, which would throw away what is installed already and right.
    run("npm", ["install", "--no-save", "--no-audit", "--no-fund"]);
  }
  writeFileSync(installStamp, fingerprint(["package-lock.json"]));
}

/** Builds the command if its sources are not those it was built from. Throws {@link SetupError}. */
export function ensureBuilt() {
  const wanted = sourcesFingerprint();
  if (contentOf(buildStamp) === wanted && existsSync(path.join(dist, "main.js"))) return;
  note("building");
  // A process of its own: the bundler's threads must not keep the command alive or take its memory.
  run(process.execPath, [path.join(root, "scripts/build.js")]);
}

/** What the built command is made from. */
export function sourcesFingerprint() {
  const folders = packageFolders();
  return fingerprint([
    "package-lock.json",
    "scripts/build.js",
    "scripts/bundle.js",
    "scripts/paper.js",
    ...filesBelow("scripts/core"),
    ...["paper", "data/paper"].flatMap((folder) => filesBelow(folder)),
    ...folders.map((folder) => `${folder}/package.json`),
    ...folders.flatMap((folder) => filesBelow(`${folder}/src`)),
  ]);
}

/** Remembers what {@link dist} was built from. */
export function recordBuild(sources) {
  mkdirSync(cache, { recursive: true });
  writeFileSync(buildStamp, sources);
}

/** A step of the set-up failed and has said why. */
export class SetupError extends Error {
  constructor(command, status) {
    super(`${command} failed`);
    this.status = status;
  }
}

/**
 * Whether npm itself put there what the lock file says, as its own record in `node_modules` tells: somebody who ran
 * `npm install` by hand need not wait for a second one.
 */
function installedAsLocked() {
  const record = contentOf(path.join(root, "node_modules/.package-lock.json"));
  if (record === undefined) return false;
  const installed = JSON.parse(record).packages;
  const locked = JSON.parse(readFileSync(path.join(root, "package-lock.json"), "utf8")).packages;
  return Object.entries(locked).every(([folder, { version, integrity, optional }]) => {
    if (!folder.startsWith("node_modules/") && !folder.includes("/node_modules/")) return true;
    const found = installed[folder];
    return found === undefined ? optional === true : found.version === version && found.integrity === integrity;
  });
}

function run(command, parameters) {
  // Standard output belongs to the command that the user asked for.
  const { status } = spawnSync(command, parameters, { cwd: root, stdio: ["ignore", 2, 2] });
  if (status !== 0) throw new SetupError(`${command} ${parameters[0]}`, status ?? 1);
}

function note(text) {
  process.stderr.write(`nivose: ${text}\n`);
}

function contentOf(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
