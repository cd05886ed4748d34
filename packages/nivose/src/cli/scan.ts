/**
 * The words of a command line to a verb, its flags and its arguments. Stricli does the scanning; what it objects to
 * becomes messages of our catalogue. Nothing runs here.
 */

import {
  type Application,
  buildApplication,
  buildCommand,
  buildRouteMap,
  type Command,
  type CommandContext,
  type RouteMap,
  run,
  text_en,
} from "@stricli/core";
import type { Message } from "@nivose/nix/message";
import { toolMessages } from "../report/messages.ts";
import { nearest } from "@nivose/nix/syntax";
import { colorFlag } from "./global-flags.ts";
import { withoutShorthands } from "./pairs.ts";
import { strayFlag, usageMessage } from "./usage.ts";
import { type Flag, type FlagValues, isGroup, type Verb, type Verbs } from "./verb.ts";

export const COMMAND = "nivose";

export type Scanned =
  | { readonly kind: "verb"; readonly verb: Verb; readonly flags: FlagValues; readonly words: readonly string[] }
  | { readonly kind: "usage"; readonly message: Message };

export async function scan(verbs: Verbs, typed: readonly string[]): Promise<Scanned> {
  const named = leafOf(verbs, [COMMAND, ...typed].join(" "));
  const words = named === undefined ? typed : [typed[0]!, ...withoutShorthands(typed.slice(1), named)];
  let found: Scanned | undefined;
  let path = COMMAND;
  const objections: Message[] = [];
  const root = routes(reached(verbs, words), (scanned) => (found = scanned));
  const object = (message: Message): string => {
    objections.push(message);
    return "";
  };
  const application = applicationOf(root, {
    exceptionWhileParsingArguments: (error) => object(usageMessage(error, path, leafOf(verbs, path))),
    noCommandRegisteredForInput: ({ input }) => object(unknownVerb(verbs, words, input)),
  });
  const silent = { write() {} };
  await run(application, words, {
    process: { stdout: silent, stderr: silent },
    forCommand: ({ prefix }) => {
      path = prefix.join(" ");
      const stray = strayFlag(words.slice(prefix.length - 1), path);
      if (stray !== undefined) object(stray);
      return { process: { stdout: silent, stderr: silent } };
    },
  });
  // one is enough, and a missing argument may be the consequence of another one
  const objection = objections.find(({ code }) => code !== "missing-argument") ?? objections[0];
  if (objection !== undefined) return { kind: "usage", message: objection };
  return found ?? { kind: "usage", message: toolMessages["missing-verb"]([COMMAND, ...words].join(" ")) };
}

function applicationOf(root: RouteMap<CommandContext>, text: Partial<typeof text_en>): Application<CommandContext> {
  return buildApplication(
    root,
    {
      name: COMMAND,
      scanner: { caseStyle: "allow-kebab-for-camel", allowArgumentEscapeSequence: true },
      documentation: { disableAnsiColor: true },
      localization: { text: { ...text_en, ...text } },
    },
    // `--help` and `--version` are ours
    {},
  );
}

/** The verb that the first word names: to make all the others as well takes longer than to run most of them. */
function reached(verbs: Verbs, [first = ""]: readonly string[]): Verbs {
  return Object.hasOwn(verbs, first) ? { [first]: verbs[first]! } : verbs;
}

type Found = (scanned: Scanned) => void;

// Maps without a prototype: Stricli looks names up with `in` and `[]`, and nobody's verb is called `constructor`.
function routes(verbs: Verbs, found: Found): RouteMap<CommandContext> {
  const map: Record<string, Command<CommandContext> | RouteMap<CommandContext>> = Object.create(null);
  for (const [name, entry] of Object.entries(verbs)) {
    map[name] = isGroup(entry) ? routes(entry.verbs, found) : command(entry, found);
  }
  return buildRouteMap({ routes: map, aliases: Object.create(null), docs: { brief: "" } });
}

function command(verb: Verb, found: Found): Command<CommandContext> {
  const flags: Record<string, unknown> = Object.create(null);
  for (const [name, flag] of Object.entries({ ...verb.flags, color: colorFlag })) flags[name] = parameter(flag);
  const { placeholder, brief, least, most } = verb.arguments;
  const positional = {
    kind: "array",
    minimum: least,
    maximum: most === Infinity ? undefined : most,
    parameter: { placeholder, brief, parse: String },
  };
  return buildCommand({
    docs: { brief: verb.brief },
    // the flags are data here, so their types are not known to the compiler
    parameters: { flags, positional } as never,
    func: (values: FlagValues, ...words: string[]) => found({ kind: "verb", verb, flags: values, words }),
  });
}

function parameter(flag: Flag): object {
  const { brief } = flag;
  switch (flag.kind) {
    case "switch":
      return { kind: "boolean", brief, default: false, withNegated: false };
    case "choice":
      return { kind: "enum", brief, values: flag.values, optional: true };
    case "text":
      return { kind: "parsed", brief, parse: String, optional: true, inferEmpty: flag.mayBeEmpty === true };
    case "texts":
    case "pairs":
      return { kind: "parsed", brief, parse: String, optional: true, variadic: true };
  }
}

function unknownVerb(verbs: Verbs, words: readonly string[], input: string): Message {
  let known = verbs;
  let group = COMMAND;
  for (const word of words) {
    const entry = Object.hasOwn(known, word) ? known[word] : undefined;
    if (entry === undefined || !isGroup(entry)) break;
    known = entry.verbs;
    group += ` ${word}`;
  }
  return toolMessages["unknown-verb"](input, group, nearest(input, Object.keys(known)));
}

function leafOf(verbs: Verbs, path: string): Verb | undefined {
  let known = verbs;
  for (const word of path.split(" ").slice(1)) {
    const entry = Object.hasOwn(known, word) ? known[word] : undefined;
    if (entry === undefined || !isGroup(entry)) return entry;
    known = entry.verbs;
  }
  return undefined;
}
