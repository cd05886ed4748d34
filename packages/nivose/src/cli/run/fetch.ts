/** `nivose fetch`. */

import type { FlakeSource } from "@nivose/nix/evaluation";
import { nearest } from "@nivose/nix/syntax";
import { fromByteText, readableBytes } from "../../report/byte-text.ts";
import { JSON_VERSION } from "../../report/json.ts";
import { toolMessages } from "../../report/messages.ts";
import { type Context, layoutOf } from "../context.ts";
import type { EvaluationFlags } from "../evaluation-flags.ts";
import { ExitCode } from "../exit-codes.ts";
import { askAndFetch, tellOfInput } from "../fetching/ask.ts";
import { Fetching } from "../fetching/fetching.ts";
import { counted, Findings } from "../findings.ts";

interface FetchFlags extends EvaluationFlags {
  readonly input?: readonly string[];
  readonly json: boolean;
}

interface FetchedSource {
  readonly source: FlakeSource;
  /** Where it was put. */
  readonly place: string;
}

export async function run(context: Context, flags: FetchFlags, words: readonly string[]): Promise<ExitCode> {
  const findings = new Findings(context, flags.json ? undefined : context.stderr);
  const fetching = new Fetching(flags.option, context);
  try {
    const question = {
      word: words[0],
      output: "flake-sources",
      more: {},
      // the flake itself may be somewhere else; an input that is not locked is for 'nivose lock'
      fetches: (missing) =>
        flags.offline !== true && (missing.kind === "registry" || missing.isLocked || missing.input === ""),
    } as const satisfies Parameters<typeof askAndFetch>[0];
    const facts = await askAndFetch(question, fetching, flags, context);
    if (typeof facts === "number") return facts;
    const wanted = chosen(facts.sources!, flags.input, findings);
    const missing = wanted.filter(({ isAtHand }) => !isAtHand);
    const itself = fetchedAlready(wanted, fetching);
    const fetched = [...itself, ...(flags.offline === true ? [] : await fetchAll(missing, fetching, findings))];
    if (flags.offline === true)
      for (const { input, url } of missing)
        findings.add(toolMessages["fetch-offline"](fromByteText(input), fromByteText(url)));
    tell(wanted, fetched, flags.json, findings, context);
    return findings.exitCode;
  } finally {
    fetching.end();
  }
}

/** The inputs that are named, or all. */
function chosen(
  sources: readonly FlakeSource[],
  names: readonly string[] | undefined,
  findings: Findings,
): FlakeSource[] {
  if (names === undefined || names.length === 0) return [...sources];
  const known = sources.map(({ input }) => fromByteText(input)).filter((input) => input !== "");
  for (const name of names)
    if (!known.includes(name)) findings.add(toolMessages["unknown-input"](name, nearest(name, known)));
  return sources.filter(({ input }) => names.includes(fromByteText(input)));
}

/** The flake itself, which had to be read to know its inputs. */
function fetchedAlready(sources: readonly FlakeSource[], { fetched }: Fetching): FetchedSource[] {
  return sources.flatMap((source) => {
    const found = fetched.find(({ attributes }) => attributes.get("narHash") === source.attributes["narHash"]);
    return found === undefined ? [] : [{ source, place: found.place }];
  });
}

/** So many at once that a slow server does not hold up the others. */
const AT_ONCE = 4;

async function fetchAll(
  missing: readonly FlakeSource[],
  fetching: Fetching,
  findings: Findings,
): Promise<FetchedSource[]> {
  const fetched: FetchedSource[] = [];
  const waiting = [...missing];
  const work = async (): Promise<void> => {
    for (let source = waiting.shift(); source !== undefined; source = waiting.shift()) {
      try {
        const { place } = await fetching.get(new Map(Object.entries(source.attributes)));
        fetched.push({ source, place });
      } catch (error) {
        tellOfInput(error, source.input, findings);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return fetched.toSorted((a, b) => missing.indexOf(a.source) - missing.indexOf(b.source));
}

function tell(
  sources: readonly FlakeSource[],
  fetched: readonly FetchedSource[],
  json: boolean,
  findings: Findings,
  context: Context,
): void {
  const { stdout, stderr } = context;
  const placeOf = new Map(fetched.map(({ source, place }) => [source, place]));
  if (json) {
    const shown = sources.map((source) => ({
      input: fromByteText(source.input),
      url: fromByteText(source.url),
      atHand: source.isAtHand || placeOf.has(source),
      ...(placeOf.has(source) ? { fetched: placeOf.get(source) } : {}),
    }));
    const result = { version: JSON_VERSION, sources: shown, diagnostics: findings.json };
    stdout.write(`${JSON.stringify(result, undefined, 2)}\n`);
    return;
  }
  const { style } = layoutOf(context, stdout);
  for (const { source } of fetched) {
    const { input, url } = source;
    const what = input === "" ? "Fetched the flake" : `Fetched input '${readableBytes(input)}'`;
    stdout.write(`${style.strong(`• ${what}:`)}\n    '${readableBytes(url)}'\n`);
  }
  const here = sources.filter((source) => source.input !== "" && source.isAtHand && !placeOf.has(source)).length;
  if (findings.exitCode !== ExitCode.ok && fetched.length === 0) return;
  const told =
    fetched.length === 0
      ? [counted(here, "source is at hand", "sources are at hand")]
      : [
          counted(fetched.length, "source was fetched", "sources were fetched"),
          counted(here, "was at hand", "were at hand"),
        ];
  stderr.write(`${told.filter((text) => text !== "").join(", ") || "there is nothing to fetch"}\n`);
}
