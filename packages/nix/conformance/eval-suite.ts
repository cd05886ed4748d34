/**
 * The language tests of the Nix repository that evaluate something: `eval-okay` must give the expected output,
 * `eval-fail` the expected last error line.
 *
 *     node scripts/run.js packages/nix/conformance/eval-suite.ts CHECKOUT-OF-NIX
 */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { type EvalReply, type EvalRequest, runEvaluation } from "../src/evaluation.ts";

/** A test of a later Nix may ask for what never ends here. */
const SECONDS = 60;

const latin1 = (path: string): string => readFileSync(path, "latin1");

interface Outcome {
  readonly reply: EvalReply | { readonly ok: false; readonly output: ""; readonly failure: { readonly text: string } };
  readonly printed: readonly string[];
}

function evaluate(request: EvalRequest): Promise<Outcome> {
  const printed: string[] = [];
  return new Promise((done) => {
    const worker = new Worker(fileURLToPath(import.meta.url), {
      workerData: request,
      resourceLimits: { stackSizeMb: 900, maxOldGenerationSizeMb: 4000 },
    });
    const fail = (text: string): void => done({ reply: { ok: false, output: "", failure: { text } }, printed });
    const alarm = setTimeout(() => {
      void worker.terminate();
      fail(`no answer within ${SECONDS} s`);
    }, SECONDS * 1000);
    worker.on("message", (message: { line?: string; reply?: EvalReply }) => {
      if (message.line !== undefined) printed.push(message.line);
      else done({ reply: message.reply!, printed });
    });
    worker.on("error", (error) => fail(`crash: ${error.stack}`));
    worker.on("exit", () => {
      clearTimeout(alarm);
      fail("crash: no reply");
    });
  });
}

/** What the flags of a test say. */
function requestOf(file: string, folder: string, flags: readonly string[]): EvalRequest {
  const selections: string[] = [];
  const args: { name: string; kind: "expression" | "string"; text: string }[] = [];
  const searchPath: { prefix: string; path: string }[] = [];
  const features = new Set(["flakes", "nix-command"]);
  let maxCallDepth: number | undefined;
  const entry = (text: string): { prefix: string; path: string } => {
    const [prefix, path] = text.includes("=") ? (text.split("=", 2) as [string, string]) : ["", text];
    return { prefix, path: resolve(folder, "..", path) };
  };
  for (let index = 0; index < flags.length; index++) {
    switch (flags[index]) {
      case "-A":
        selections.push(flags[++index]!);
        break;
      case "--arg":
      case "--argstr":
        args.push({
          name: flags[index + 1]!,
          kind: flags[index] === "--arg" ? "expression" : "string",
          text: flags[index + 2]!,
        });
        index += 2;
        break;
      case "-I":
        searchPath.push(entry(flags[++index]!));
        break;
      case "--max-call-depth":
        maxCallDepth = Number(flags[++index]);
        break;
      case "--extra-experimental-features":
        features.add(flags[++index]!);
        break;
    }
  }
  for (const path of ["lang/dir3", "lang/dir4"]) searchPath.push(entry(path));
  return {
    expression: { kind: "file", path: file },
    selections: selections.length === 0 ? [""] : selections,
    args: args.map((arg) => ({ ...arg, text: arg.text.replace("import(lang/", `import(${folder}/`) })),
    output: "value",
    strict: true,
    location: false,
    ...(maxCallDepth === undefined ? {} : { maxCallDepth }),
    settings: {
      nixPath: searchPath,
      home: "/fake-home",
      currentSystem: "x86_64-linux",
      currentTime: 1_700_000_000,
      experimentalFeatures: features,
      traceVerbose: flags.includes("--trace-verbose"),
      environment: { TEST_VAR: "foo", HOME: "/fake-home" },
    },
  };
}

/** The text after the last `error:` of what Nix printed, as far as its first line. */
function lastError(printed: string): string {
  const at = printed.lastIndexOf("error:");
  return printed
    .slice(at + "error:".length)
    .trim()
    .split("\n")[0]!;
}

async function main(): Promise<void> {
  const [checkout, only] = process.argv.slice(2);
  if (checkout === undefined) throw new Error("usage: eval-suite.ts CHECKOUT-OF-NIX [NAME]");
  const folder = resolve(checkout, "tests/functional/lang");
  let passed = 0;
  const failed: string[] = [];
  for (const file of readdirSync(folder).toSorted()) {
    const name = /^(eval-(?:okay|fail)-.*)\.nix$/.exec(file)?.[1];
    if (name === undefined || (only !== undefined && !name.includes(only))) continue;
    const base = join(folder, name);
    if (existsSync(`${base}.exp-disabled`)) continue;
    const flags = existsSync(`${base}.flags`) ? latin1(`${base}.flags`).replace(/#.*/g, "").trim().split(/\s+/) : [];
    const request = requestOf(`${base}.nix`, folder, flags);
    const xml = existsSync(`${base}.exp.xml`);
    const { reply, printed } = await evaluate(xml ? { ...request, output: "xml" } : request);
    let problem: string | undefined;
    if (name.startsWith("eval-okay")) {
      const expected = latin1(xml ? `${base}.exp.xml` : `${base}.exp`).replaceAll("/pwd/lang", folder);
      if (!reply.ok) problem = `failed: ${reply.failure.text.slice(0, 300)}`;
      else if (reply.output.trimEnd() !== expected.trimEnd())
        problem = `expected ${expected.slice(0, 400)}\n    got      ${reply.output.slice(0, 400)}`;
      else if (existsSync(`${base}.err.exp`)) {
        // warnings belong to commands, traces to the language
        const traces = (lines: readonly string[]): string =>
          lines.filter((line) => line.startsWith("trace:")).join("\n");
        const wanted = traces(latin1(`${base}.err.exp`).split("\n"));
        const got = traces(printed);
        if (wanted !== got) problem = `expected on stderr ${wanted}\n    got ${got}`;
      }
    } else if (reply.ok) problem = `should fail, gave ${reply.output.slice(0, 200)}`;
    else {
      const wanted = lastError(latin1(`${base}.err.exp`)).replaceAll("/pwd/lang", folder);
      const got = lastError(`error: ${reply.failure.text}`);
      if (wanted !== got) problem = `expected ${wanted}\n    got      ${got}`;
    }
    if (problem === undefined) passed++;
    else failed.push(`${name}: ${problem}`);
  }
  for (const each of failed) process.stdout.write(`FAIL ${Buffer.from(each, "latin1").toString()}\n`);
  process.stdout.write(`${passed} passed, ${failed.length} failed\n`);
  process.exitCode = failed.length > 0 ? 1 : 0;
}

if (isMainThread) await main();
else {
  const reply = runEvaluation(workerData as EvalRequest, (line) => parentPort!.postMessage({ line }));
  parentPort!.postMessage({ reply });
}
