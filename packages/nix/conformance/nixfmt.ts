/**
 * `node scripts/run.js packages/nix/conformance/nixfmt.ts FOLDER`: nixfmt's own test suite, as its `test/test.sh` runs
 * it. FOLDER is a checkout of nixfmt. What is formatted is also formatted once more, which must change nothing.
 *
 * Cases that are known to differ are in `nixfmt-known.json`, each with its reason. Ends with status 1 if a case fails
 * that is not known, or if one that is known passes.
 */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { type FormatOptions, formatSource } from "../src/format/index.ts";

interface Case {
  readonly name: string;
  readonly source: string;
  /** The file with the result; absent if the source must be refused. */
  readonly expected?: string;
  readonly options: FormatOptions;
}

/** The suite formats for narrow lines. */
const WIDTH = 80;

const [folder] = process.argv.slice(2);
if (folder === undefined || !existsSync(path.join(folder, "test", "diff"))) {
  process.stderr.write("usage: nixfmt.ts FOLDER (a checkout of nixfmt)\n");
  process.exit(2);
}
const suite = path.join(folder, "test");
const known: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(path.join(import.meta.dirname, "nixfmt-known.json"), "utf8"),
);

let passed = 0;
let failed = 0;
let differing = 0;
const left = new Set(Object.keys(known));
for (const each of cases()) {
  const complaint = run(each);
  const reason = known[each.name];
  left.delete(each.name);
  if (complaint === undefined && reason === undefined) passed++;
  else if (complaint !== undefined && reason !== undefined) {
    differing++;
    process.stdout.write(`known: ${each.name}: ${reason}\n`);
  } else {
    failed++;
    process.stdout.write(`failed: ${each.name}: ${complaint ?? "passes, but is listed as a known difference"}\n`);
  }
}
for (const name of left) {
  failed++;
  process.stdout.write(`failed: ${name}: is listed as a known difference, and is no case\n`);
}
process.stdout.write(`${passed} passed, ${differing} known differences, ${failed} failed\n`);
process.exitCode = failed > 0 ? 1 : 0;

function* cases(): Generator<Case> {
  for (const file of nixFiles("correct")) {
    yield { name: file, source: file, expected: file, options: { width: WIDTH, strict: true } };
  }
  const indented = "correct-indent-4.nix";
  yield { name: indented, source: indented, expected: indented, options: { width: WIDTH, strict: true, indent: 4 } };
  for (const file of nixFiles("invalid")) yield { name: file, source: file, options: { width: WIDTH } };
  for (const name of readdirSync(path.join(suite, "diff")).toSorted()) {
    const source = `diff/${name}/in.nix`;
    yield { name: `diff/${name}`, source, expected: `diff/${name}/out.nix`, options: { width: WIDTH } };
    const options = { width: WIDTH, strict: true };
    yield { name: `diff/${name} --strict`, source, expected: `diff/${name}/out-pure.nix`, options };
  }
}

function nixFiles(part: string): string[] {
  const names = readdirSync(path.join(suite, part)).filter((name) => name.endsWith(".nix"));
  return names.toSorted().map((name) => `${part}/${name}`);
}

/** What is wrong with a case, if anything is. */
function run({ source, expected, options }: Case): string | undefined {
  const result = formatSource(readFileSync(path.join(suite, source)), options);
  if (expected === undefined) return "text" in result ? "is formatted, and should be refused" : undefined;
  if (!("text" in result)) return `is refused: ${result.diagnostics[0]!.text}`;
  const difference = firstDifference(result.text, readFileSync(path.join(suite, expected)));
  if (difference !== undefined) return difference;
  const again = formatSource(result.text, options);
  if (!("text" in again)) return "its result is refused";
  const change = firstDifference(again.text, result.text);
  return change === undefined ? undefined : `formatted once more: ${change}`;
}

function firstDifference(ours: Uint8Array, theirs: Uint8Array): string | undefined {
  if (Buffer.compare(ours, theirs) === 0) return undefined;
  const ourLines = Buffer.from(ours).toString().split("\n");
  const theirLines = Buffer.from(theirs).toString().split("\n");
  let line = 0;
  while (ourLines[line] === theirLines[line]) line++;
  return `line ${line + 1}: we write ${show(ourLines[line])}, expected ${show(theirLines[line])}`;
}

function show(line: string | undefined): string {
  return line === undefined ? "nothing" : JSON.stringify(line);
}
