/**
 * Which places of the sources to show for a failure. An error often arises deep in a library, and where it does says
 * little to who has written one wrong line in a file of his own: that line is looked for.
 */

import path from "node:path/posix";
import type { EvalFailure, TracePlace, TraceStep } from "@nivose/nix/evaluation";
import type { Range } from "@nivose/nix/message";
import type { Tree } from "@nivose/nix/syntax";
import { decoded, encoded, type ShownPlace, type Sources } from "./sources.ts";
import type { ForeignFiles } from "./foreign-files.ts";
import { findArgument, findDefinitions, namedDefinitions, optionNames, readContext } from "./option-definitions.ts";
import { findMessage, findPath, findWord, messagesIn, optionsIn, pathsIn, quotedIn } from "./written-in.ts";

/** How many places are shown at most. */
const MOST = 3;

/**
 * The definitions that a message of the module system names; or else the place of the error, if it is in a file of the
 * user's; or else where the user's files write what the message speaks of; or else the step that is nearest to the error
 * in them; or else the nearest of all.
 */
export function placesToShow(failure: EvalFailure, sources: Sources, foreign: ForeignFiles): ShownPlace[] {
  return new Search(failure, sources, foreign).places().slice(0, MOST);
}

interface Step {
  readonly place: ShownPlace;
  /** Whether it asked for the modules in which the error is, so that it says no more than which of all hosts it is. */
  readonly isOutside: boolean;
}

class Search {
  readonly #failure: EvalFailure;
  readonly #sources: Sources;
  readonly #foreign: ForeignFiles;
  /** The user's files that were read, as bytes. */
  readonly #files: readonly string[];

  constructor(failure: EvalFailure, sources: Sources, foreign: ForeignFiles) {
    this.#failure = failure;
    this.#sources = sources;
    this.#foreign = foreign;
    const read = [...failure.trace.flatMap(({ place }) => (place === undefined ? [] : [place.file])), ...failure.files];
    this.#files = [...new Set(read)].filter((file) => file.startsWith("/") && !foreign.has(decoded(file)));
  }

  places(): ShownPlace[] {
    const { at } = this.#failure;
    const named = this.#named();
    if (named.length > 0) return named;
    if (at !== undefined && this.#isOwn(at)) return this.#shown(at);
    const written = this.#written();
    if (written.length > 0) return written;
    const step = this.#nearestStep();
    if (step?.isOutside === false) return [step.place];
    const mentioned = this.#mentioned();
    if (mentioned.length > 0) return mentioned;
    if (step !== undefined) return [step.place];
    const steps = this.#failure.trace.filter(saysWhere).flatMap(({ place }) => (place === undefined ? [] : [place]));
    const nearest = at ?? steps.at(-1);
    return nearest === undefined ? [] : this.#shown(nearest);
  }

  /** Definitions of the option that the message is about, in the files that it names. */
  #named(): ShownPlace[] {
    const named = namedDefinitions(decoded(this.#failure.text));
    return (named?.files ?? []).flatMap((file) =>
      this.#find(encoded(file), (tree) => findDefinitions(tree, named!.option, named!.entry)),
    );
  }

  /** Where the user writes the path or the message; a file that the message names, from its beginning on. */
  #written(): ShownPlace[] {
    const { text } = this.#failure;
    const messages = messagesIn(text);
    const literals = this.#inAll((tree, file) => [
      ...pathsIn(text).flatMap((wanted) => findPath(tree, path.dirname(file), wanted)),
      ...findMessage(tree, messages),
    ]);
    if (literals.length > 0) return literals;
    const file = this.#files.find((each) => new RegExp(`(?<![\\w/.\`])${escaped(each)}(?![\\w/.])`).test(text));
    return file === undefined ? [] : this.#find(file, (tree) => [startOf(tree)]);
  }

  /** What the message puts in quotes, or what the user defines of the options that it mentions, or above them. */
  #mentioned(): ShownPlace[] {
    const words = quotedIn(decoded(this.#failure.text));
    const uses = this.#inAll((tree) => words.flatMap((word) => findWord(tree, encoded(word))));
    if (uses.length > 0) return uses;
    for (const written of optionsIn(decoded(this.#failure.text))) {
      const { option } = optionNames(written);
      for (let length = option.length; length >= LEAST_NAMES; length--) {
        const places = this.#inAll((tree) => findDefinitions(tree, option.slice(0, length)));
        if (places.length > 0) return places;
      }
    }
    return [];
  }

  /** The nearest step in the user's files: what is evaluated there, or what the user defines and the module system uses. */
  #nearestStep(): Step | undefined {
    let file: string | undefined;
    let isOutside = false;
    let argument: ShownPlace | undefined;
    for (const step of this.#failure.trace.toReversed()) {
      if (step.kind !== "context") {
        const { place } = step;
        if (place === undefined || !saysWhere(step) || !this.#isOwn(place)) continue;
        const [shown] = this.#shown(place);
        // where an argument is used says more than where it is asked for
        if (shown !== undefined) return { place: shown, isOutside: isOutside && argument === undefined };
        continue;
      }
      if (argument !== undefined) return { place: argument, isOutside: false };
      isOutside = true;
      const context = readContext(decoded(step.text));
      let found: ShownPlace[] = [];
      if (context?.kind === "definitions") file = context.file;
      if (context?.kind === "option" && file !== undefined) {
        const { option, entry } = context.names;
        if (!this.#foreign.has(file)) found = this.#find(encoded(file), (tree) => findDefinitions(tree, option, entry));
        file = undefined;
      }
      if (context?.kind === "argument" && !this.#foreign.has(context.file)) {
        [argument] = this.#find(encoded(context.file), (tree) => findArgument(tree, context.name) ?? []);
      }
      if (found[0] !== undefined) return { place: found[0], isOutside: false };
    }
    return argument === undefined ? undefined : { place: argument, isOutside: false };
  }

  #inAll(find: (tree: Tree, file: string) => Range[]): ShownPlace[] {
    return this.#files.flatMap((file) => this.#find(file, (tree) => find(tree, file)));
  }

  #find(file: string, find: (tree: Tree) => Range | Range[]): ShownPlace[] {
    const source = this.#sources.get({ file });
    const tree = this.#sources.tree({ file });
    if (source === undefined || tree === undefined) return [];
    return [find(tree)].flat().map((range) => ({ source, range }));
  }

  #shown(place: TracePlace): ShownPlace[] {
    const source = this.#sources.get(place);
    return source === undefined ? [] : [{ source, range: { start: place.start, end: place.end } }];
  }

  #isOwn({ file }: TracePlace): boolean {
    return !this.#foreign.has(decoded(file));
  }
}

/** Of an option's path that is mentioned: a single name is a word like any other. */
const LEAST_NAMES = 2;

/** Where a function was called says more than where it is written. */
function saysWhere({ kind }: TraceStep): boolean {
  return kind !== "call";
}

/** The first token of what a file gives. */
function startOf(tree: Tree): Range {
  const first = tree.firstToken(tree.root);
  return { start: tree.tokenStarts[first]!, end: tree.tokenEnds[first]! };
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, "\\$&");
}
