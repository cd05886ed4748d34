/** Finds services of the catalogue by words. */

import { nearest } from "@nivose/nix/syntax";
import type { Service } from "../../../services/service.ts";

export type Catalogue = Readonly<Record<string, Service>>;

/** Those that have all of the words in what is said of them; a name as a whole means that one alone. */
export function search(words: readonly string[], catalogue: Catalogue): readonly string[] {
  const names = Object.keys(catalogue);
  if (words.length > 0 && words.every((word) => Object.hasOwn(catalogue, word))) return [...new Set(words)];
  const wanted = words.map((word) => word.toLowerCase());
  return names.filter((name) => {
    const text = saidOf(name, catalogue[name]!);
    return wanted.every((word) => text.includes(word));
  });
}

/** The service that was perhaps meant by a name: one that is spelled or titled alike. */
export function meant(name: string, catalogue: Catalogue): string | undefined {
  const wanted = plain(name);
  const titled = Object.keys(catalogue).find(
    (each) => plain(each) === wanted || plain(catalogue[each]!.title) === wanted,
  );
  return titled ?? nearest(name, Object.keys(catalogue));
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/gu, "");
}

function saidOf(name: string, { title, purpose, options, offers = [], needs = [] }: Service): string {
  const kinds = [...offers, ...needs].map(({ kind }) => kind);
  return [name, title, purpose, options, ...kinds].join("\n").toLowerCase();
}
