/**
 * `nivose __complete WORDS…`, which the scripts of the shells call: what the last of the words, which may be empty, could
 * become. The first line of the answer says which files the shell should offer (`files`, `nix-files` or `nothing`); the
 * others are suggestions, each a word, a tab and what it means.
 */

import type { Context } from "../context.ts";
import { ExitCode } from "../exit-codes.ts";
import { colorFlag, helpBrief, versionBrief } from "../global-flags.ts";
import {
  type Completer,
  type Flag,
  flagName,
  isGroup,
  lettersByFlag,
  type Suggestion,
  type Verb,
  type Verbs,
} from "../verb.ts";

export async function complete(verbs: Verbs, words: readonly string[], context: Context): Promise<ExitCode> {
  const { files, suggestions } = await suggest(verbs, words, context);
  const lines = suggestions.map(({ word, brief }) => (brief === undefined ? word : `${word}\t${brief}`));
  context.stdout.write(`${[files, ...lines].join("\n")}\n`);
  return ExitCode.ok;
}

export interface Offer {
  readonly files: "files" | "nix-files" | "nothing";
  readonly suggestions: readonly Suggestion[];
}

export async function suggest(verbs: Verbs, words: readonly string[], context: Context): Promise<Offer> {
  const partial = words.at(-1) ?? "";
  const place = placeOf(verbs, words.slice(0, -1));
  const offer = await offerAt(place, partial, context);
  return { ...offer, suggestions: offer.suggestions.filter(({ word }) => word.startsWith(partial)) };
}

/** Where in the command line the word stands that is to be completed. */
type Place =
  | { readonly kind: "verb"; readonly verbs: Verbs; readonly first: boolean }
  | { readonly kind: "value"; readonly flag: Flag }
  | {
      readonly kind: "argument";
      readonly verb: Verb;
      readonly escaped: boolean;
      readonly before: number;
      readonly given: ReadonlySet<string>;
    }
  | { readonly kind: "nowhere" };

const NOTHING: Offer = { files: "nothing", suggestions: [] };

function placeOf(verbs: Verbs, before: readonly string[]): Place {
  let known = verbs;
  let at = 0;
  for (; at < before.length; at++) {
    const word = before[at]!;
    if (word === "--color") {
      if (++at === before.length) return { kind: "value", flag: colorFlag };
      continue;
    }
    if (word.startsWith("-")) continue;
    const entry = Object.hasOwn(known, word) ? known[word] : undefined;
    if (entry === undefined)
      return word === "help" && known === verbs ? { kind: "verb", verbs, first: false } : { kind: "nowhere" };
    if (!isGroup(entry)) return argumentPlace(entry, before.slice(at + 1));
    known = entry.verbs;
  }
  return { kind: "verb", verbs: known, first: known === verbs };
}

function argumentPlace(verb: Verb, before: readonly string[]): Place {
  const flags = flagsOf(verb);
  const letters = new Map([...lettersByFlag(verb)].map(([flag, letter]) => [letter, flag]));
  const given = new Set<string>();
  let escaped = false;
  let count = 0;
  for (let at = 0; at < before.length; at++) {
    const word = before[at]!;
    if (escaped || !word.startsWith("-") || word === "-") {
      count++;
      continue;
    }
    if (word === "--") {
      escaped = true;
      continue;
    }
    const [written] = word.split("=", 1);
    const name = letters.get(written!) ?? written!;
    given.add(name);
    const flag = flags.get(name);
    if (flag === undefined || flag.kind === "switch" || word.includes("=")) continue;
    // behind a flag of pairs stand two words
    at += flag.kind === "pairs" ? 2 : 1;
    if (at >= before.length) return { kind: "value", flag };
  }
  return { kind: "argument", verb, escaped, before: count, given };
}

async function offerAt(place: Place, partial: string, context: Context): Promise<Offer> {
  switch (place.kind) {
    case "nowhere":
      return NOTHING;
    case "value":
      return offerOf(completerOf(place.flag), partial, context);
    case "verb":
      return {
        files: "nothing",
        suggestions: partial.startsWith("-") ? globalFlags(place.first) : verbNames(place.verbs),
      };
    case "argument":
      break;
  }
  const { verb, escaped, before, given } = place;
  const flags = flagsOf(verb);
  const [name, value] = partial.split(/=(.*)/su, 2);
  const flag = flags.get(name!);
  if (!escaped && value !== undefined && flag !== undefined) {
    const { suggestions } = await offerOf(completerOf(flag), value, context);
    return { files: "nothing", suggestions: suggestions.map((one) => ({ ...one, word: `${name}=${one.word}` })) };
  }
  if (!escaped && partial.startsWith("-")) {
    const left = [...flags].filter(([word, { kind }]) => kind === "texts" || kind === "pairs" || !given.has(word));
    const letters = lettersByFlag(verb);
    const suggestions = left.flatMap(([word, { brief }]) => {
      const letter = letters.get(word);
      return [...(letter === undefined ? [] : [{ word: letter, brief }]), { word, brief }];
    });
    return { files: "nothing", suggestions: [...suggestions, { word: "--help", brief: helpBrief }] };
  }
  return before < verb.arguments.most ? offerOf(verb.arguments.completes, partial, context) : NOTHING;
}

function flagsOf(verb: Verb): Map<string, Flag> {
  return new Map(Object.entries({ ...verb.flags, color: colorFlag }).map(([name, flag]) => [flagName(name), flag]));
}

function completerOf(flag: Flag): Completer {
  switch (flag.kind) {
    case "switch":
      return () => [{ word: "true" }, { word: "false" }];
    case "choice":
      return () => flag.values.map((word) => ({ word }));
    case "text":
    case "texts":
      return flag.completes;
    case "pairs":
      return "nothing";
  }
}

async function offerOf(completer: Completer, partial: string, context: Context): Promise<Offer> {
  if (typeof completer === "string") return { files: completer, suggestions: [] };
  return { files: "nothing", suggestions: await completer(context, partial) };
}

function verbNames(verbs: Verbs): Suggestion[] {
  return Object.entries(verbs).map(([word, { brief }]) => ({ word, brief }));
}

function globalFlags(first: boolean): Suggestion[] {
  const flags = [
    { word: "--color", brief: colorFlag.brief },
    { word: "--help", brief: helpBrief },
  ];
  return first ? [...flags, { word: "--version", brief: versionBrief }] : flags;
}
