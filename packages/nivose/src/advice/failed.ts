/** A failed evaluation as those see it who look for what it means. */

import path from "node:path";
import type { EvalFailure, TracePlace } from "@nivose/nix/evaluation";
import type { Message, Range } from "@nivose/nix/message";
import type { Tree } from "@nivose/nix/syntax";
import type { Advice, AdvicePlace, Remedy } from "../report/advice.ts";
import type { HostKind } from "../fleet/host.ts";
import { ForeignFiles } from "./places/foreign-files.ts";
import { readContext } from "./places/option-definitions.ts";
import { placesToShow } from "./places/places-to-show.ts";
import { decoded, type ShownPlace, Sources } from "./places/sources.ts";
import { readScope, type Scope } from "./scope.ts";

/** One kind of failure: gives its advice, or nothing if it is another kind. */
export type Recogniser = (failed: Failed) => Advice | undefined | Promise<Advice | undefined>;

export class Failed {
  /** In the paths that the user knows. */
  readonly failure: EvalFailure;
  /** Nix's words, likewise. */
  readonly text: string;
  readonly scope: Scope | undefined;
  readonly sources = new Sources();
  readonly foreign: ForeignFiles;
  /** The places that are found for any failure. */
  readonly shown: readonly ShownPlace[];

  /** Of the flake that was asked for. */
  readonly folder: string | undefined;

  /** The failure has to be a local one. */
  constructor(failure: EvalFailure, folder?: string) {
    this.folder = folder;
    this.failure = failure;
    this.text = decoded(failure.text);
    this.scope = readScope(failure);
    this.foreign = ForeignFiles.of(failure);
    this.shown = placesToShow(failure, this.sources, this.foreign);
  }

  /** The user's files that were read. */
  get ownFiles(): readonly string[] {
    const read = [...this.failure.files, ...this.failure.trace.flatMap(({ place }) => (place ? [place.file] : []))];
    return [...new Set(read)].filter((file) => file.startsWith("/") && !this.isForeign(file));
  }

  isForeign(file: string): boolean {
    return this.foreign.has(decoded(file));
  }

  /** The first place that is shown, if it is in a file of the user's. */
  get own(): ShownPlace | undefined {
    return this.shown.find(({ source }) => !this.foreign.has(source.name));
  }

  /** Of a place that is shown. */
  treeOf({ source }: ShownPlace): Tree {
    return this.sources.treeOf(source);
  }

  /** Where it happened, or the step of the trace that is nearest to it, in a file of the user's. */
  get nearestOwn(): TracePlace | undefined {
    const places = [...this.failure.trace.map(({ place }) => place), this.failure.at];
    return places.findLast((place) => place !== undefined && !this.isForeign(place.file));
  }

  place({ source, range }: ShownPlace, note?: string): AdvicePlace {
    const { start, end } = range;
    return {
      file: source.name,
      ...(source.name.startsWith("/") ? {} : { text: source.bytes }),
      ...source.positions.at(start),
      start,
      end,
      ...(note === undefined ? {} : { note }),
    };
  }

  placeIn(file: string, find: (tree: Tree) => Range | undefined, note?: string): AdvicePlace | undefined {
    const source = this.sources.get({ file });
    const tree = this.sources.tree({ file });
    const range = source === undefined || tree === undefined ? undefined : find(tree);
    return range === undefined ? undefined : this.place({ source: source!, range }, note);
  }

  /** What is shown for any failure, with what is to be said of it. */
  advise(message: Message, remedies: readonly Remedy[] = [], places?: readonly AdvicePlace[]): Advice {
    return { message, places: distinct(places ?? this.shown.map((each) => this.place(each))), remedies };
  }
}

/** What kind of module system fails, and whether it is that of a home which is a part of a host. */
export function systemOf({ scope, failure }: Failed): {
  readonly kind: HostKind | undefined;
  readonly isHomeOfHost: boolean;
} {
  if (scope !== undefined) {
    const kind = scope.kind ?? undefined;
    return { kind, isHomeOfHost: kind === "home" && scope.prefix.length > 0 };
  }
  const option = failure.trace
    .flatMap(({ kind, text }) => (kind === "context" ? (readContext(decoded(text)) ?? []) : []))
    .findLast((context) => context.kind === "option");
  const [first, second] = option?.kind === "option" ? option.names.option : [];
  const isHomeOfHost = first === "home-manager" && second === "users";
  return { kind: isHomeOfHost ? "home" : undefined, isHomeOfHost };
}

/** A line is shown once. */
function distinct(places: readonly AdvicePlace[]): AdvicePlace[] {
  return places.filter(
    ({ file, line }, index) => places.findIndex((other) => file === other.file && line === other.line) === index,
  );
}

/** A file as people speak of it: without the folder that all files of the user's are in. */
export function shortName(file: string, { ownFiles }: Failed): string {
  const root = flakeFolder(ownFiles) ?? path.dirname(file);
  const relative = path.relative(root, file);
  return relative.startsWith("..") ? file : relative;
}

/** Where the flake is that the files belong to. */
export function flakeFolder(files: readonly string[]): string | undefined {
  const flakes = files.filter((file) => path.basename(file) === "flake.nix").map((file) => path.dirname(decoded(file)));
  return flakes.toSorted((a, b) => a.length - b.length)[0];
}
