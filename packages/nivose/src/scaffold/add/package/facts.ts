/** What a package is made from, as the files of its source tell: its manifest, its lock file. */

import type { Repository } from "../../../check/source/repository.ts";
import type { Language } from "../languages.ts";

export interface Source {
  /** In the repository; empty for the repository itself. */
  readonly folder: string;
  /** A file of it, as text. */
  readonly read: (name: string) => string | undefined;
}

export interface Facts {
  readonly language: Language;
  /** An expression of Nix, with paths from the folder of the source as `{source}/file`. */
  readonly version: string;
  readonly description?: string | undefined;
  /** As SPDX names it. */
  readonly license?: string | undefined;
  /** The program that it is known for. */
  readonly program?: string | undefined;
  /** The values that its template has beside these. */
  readonly values: Readonly<Record<string, string | boolean | readonly string[]>>;
  readonly notes: readonly string[];
}

export function sourceOf({ read }: Repository, folder: string): Source {
  const prefix = folder === "" ? "" : `${folder}/`;
  return {
    folder,
    read(name) {
      const bytes = read(prefix + name);
      return bytes === undefined ? undefined : Buffer.from(bytes).toString();
    },
  };
}

/** Nothing if it is not the table, the list or the text that it should be: a manifest may be anything. */
export function table(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

/** A text on one line. A manifest may have characters in it that no file of Nix can have. */
export function text(value: unknown): string | undefined {
  return typeof value === "string" ? value.replaceAll(/\p{Cc}+/gu, " ") : undefined;
}

export function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.flatMap((each) => text(each) ?? []) : [];
}
