/** The texts that findings point into, under the names by which the user knows them, and without the secrets in them. */

import path from "node:path";
import type { Range } from "@nivose/nix/message";
import { Positions } from "@nivose/nix/syntax";
import type { Finding, Place } from "../finding.ts";
import { secretRanges } from "../secrets/secret-ranges.ts";
import type { Repository } from "../source/repository.ts";

export interface FindingSource {
  readonly bytes: Uint8Array;
  readonly positions: Positions;
}

interface Hidden extends FindingSource {
  /** The secrets themselves. */
  readonly secrets: readonly string[];
}

export class FindingSources {
  readonly #repository: Repository;
  readonly #from: string;
  readonly #known = new Map<string, Hidden | undefined>();
  readonly #told = new Map<string, Range[]>();

  /**
   * `from` is the way from the folder in which the user is to the repository: names of files are relative to the former.
   * Secrets that `findings` point at are hidden wherever the lines around them are shown, and so is what is known to be one.
   */
  constructor(repository: Repository, from: string, findings: readonly Finding[]) {
    this.#repository = repository;
    this.#from = from;
    for (const place of findings.flatMap(placesOf)) this.#hide(place);
  }

  nameOf(file: string): string {
    // a line break in a name would begin a line of its own, which may be a command to whoever reads it
    return (path.join(this.#from, file) || ".").replaceAll("\n", "␊");
  }

  get(file: string): FindingSource | undefined {
    return this.#hidden(file);
  }

  /** As it may be told: a value that it names may be a secret. */
  shown(finding: Finding): Finding {
    const secrets = placesOf(finding).flatMap(({ file }) => this.#hidden(file)?.secrets ?? []);
    if (secrets.length === 0) return finding;
    const without = (text: string): string => secrets.reduce((left, secret) => left.replaceAll(secret, "…"), text);
    const { text, hint, related, fix } = finding;
    return {
      ...finding,
      text: without(text),
      ...(hint === undefined ? {} : { hint: without(hint) }),
      ...(fix === undefined ? {} : { fix: { ...fix, title: without(fix.title) } }),
      ...(related === undefined ? {} : { related: related.map((each) => ({ ...each, text: without(each.text) })) }),
    };
  }

  #hide({ file, range, isSecret }: Place): void {
    if (isSecret !== true || range === undefined) return;
    this.#told.set(file, [...(this.#told.get(file) ?? []), range]);
  }

  #hidden(file: string): Hidden | undefined {
    if (!this.#known.has(file)) {
      const source = this.#repository.files.get(file);
      const bytes = source?.bytes ?? this.#repository.read(file);
      const ranges = bytes === undefined ? [] : [...(this.#told.get(file) ?? []), ...secretRanges(bytes, source)];
      this.#known.set(file, bytes === undefined ? undefined : withoutRanges(bytes, ranges));
    }
    return this.#known.get(file);
  }
}

function placesOf({ at, related = [] }: Finding): Place[] {
  return [at, ...related.map((each) => each.at)];
}

function withoutRanges(bytes: Uint8Array, ranges: readonly Range[]): Hidden {
  const secrets = ranges.map(({ start, end }) => Buffer.from(bytes.subarray(start, end)).toString().trim());
  const masked = Uint8Array.from(bytes);
  // line breaks stay, so that places are still those of the file
  for (const { start, end } of ranges)
    for (let at = start; at < Math.min(end, masked.length); at++) if (masked[at] !== 10) masked[at] = STAR;
  return {
    bytes: masked,
    positions: new Positions(masked),
    secrets: secrets.filter((secret) => secret.length >= SHORTEST),
  };
}

const STAR = 0x2a;

/** A single letter is in every text. */
const SHORTEST = 3;
