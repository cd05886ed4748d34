/** How arguments of a kind are made: Nix as a text, by chance. */

import type { Random } from "../../../../nix/conformance/random.ts";

/** `argument` makes one of another kind. */
export type Maker = (random: Random, argument: (kind: string) => string) => string;

export type Kinds = Readonly<Record<string, Maker>>;

export function one(...choices: readonly string[]): Maker {
  return (random) => random.pick(choices);
}

export function listOf(kind: string, longest = 4): Maker {
  return (random, argument) => {
    const items = Array.from({ length: random.below(longest + 1) }, () => argument(kind));
    return `[ ${items.map((item) => `${item} `).join("")}]`;
  };
}

/** A set with some of the names. */
export function setOf(kind: string, ...names: readonly string[]): Maker {
  return (random, argument) => {
    const bindings = names.filter(() => random.oneIn(2)).map((name) => `${name} = ${argument(kind)}; `);
    return `{ ${bindings.join("")}}`;
  };
}

/** A list of sets that have all the names. */
export function recordsOf(kindsOfNames: Readonly<Record<string, string>>, longest = 3): Maker {
  return (random, argument) => {
    const record = (): string =>
      Object.entries(kindsOfNames)
        .map(([name, kind]) => `${name} = ${argument(kind)}; `)
        .join("");
    return `[ ${Array.from({ length: random.below(longest + 1) }, () => `{ ${record()}} `).join("")}]`;
  };
}
