/**
 * The stages of a test run. Each says nothing while all is well but its verdict and its duration, and what went wrong
 * if it failed. A stage counts as one test.
 */
import { outputOf, tool } from "./process.js";
import { ensureInstalled, SetupError } from "./setup.js";

/** What is checked of the sources, and with which command. */
const CHECKS = {
  types: [tool("tsc"), "--project", "tsconfig.json"],
  lint: [tool("oxlint"), "--deny-warnings"],
  format: [tool("oxfmt"), "--check"],
  layers: [process.execPath, "scripts/layers.js"],
};

/** Installs the dependencies, without which there is nothing else to run. */
export function install() {
  return stage("install", () => {
    try {
      ensureInstalled();
      return { ok: true, output: "" };
    } catch (error) {
      if (!(error instanceof SetupError)) throw error;
      return { ok: false, output: error.message };
    }
  });
}

/** Builds the command, which some tests run. */
export function build() {
  return stage("build", () => outputOf(process.execPath, ["scripts/build.js"]));
}

/** Runs the checks of the sources, `atOnce` at the same time. */
export async function check(atOnce) {
  const pending = Object.entries(CHECKS);
  const stages = [];
  const work = async () => {
    for (let next = pending.shift(); next !== undefined; next = pending.shift()) {
      const [name, [command, ...parameters]] = next;
      stages.push(await stage(name, () => outputOf(command, parameters)));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return stages;
}

/**
 * Runs `work`, which resolves to `{ ok, output }`, a `remark` to print in any case, and more, as a stage. Resolves to
 * all that and `{ name, seconds }`.
 */
export async function stage(name, work) {
  const started = performance.now();
  const result = await work();
  const seconds = (performance.now() - started) / 1000;
  const remark = result.remark === undefined ? "" : `: ${result.remark}`;
  process.stdout.write(`${result.ok ? "✓" : "✗"} ${name} ${seconds.toFixed(1)} s${remark}\n`);
  if (!result.ok) process.stdout.write(`${result.output.trimEnd().replaceAll(/^/gm, "    ")}\n`);
  return { name, seconds, ...result };
}
