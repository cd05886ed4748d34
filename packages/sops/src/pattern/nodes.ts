/** What a regular expression is made of, as far as it matters for whether it matches: not for what, and not for which part. */

export type Node =
  | { readonly kind: "character"; readonly accepts: (character: string) => boolean }
  | { readonly kind: "assertion"; readonly holds: Assertion }
  | { readonly kind: "sequence"; readonly parts: readonly Node[] }
  | { readonly kind: "choice"; readonly parts: readonly Node[] }
  | ({ readonly kind: "repeat"; readonly part: Node } & Repetition);

/** Without an upper limit if `most` is none. */
export interface Repetition {
  readonly least: number;
  readonly most: number | undefined;
}

/** Looks at the characters around a place. */
export type Assertion = (before: string | undefined, after: string | undefined) => boolean;

/** How often the innermost of repeated parts are repeated, as Go counts it: it has a limit for that. */
export function timesRepeated(node: Node): number {
  switch (node.kind) {
    case "character":
    case "assertion":
      return 1;
    case "sequence":
    case "choice":
      return Math.max(1, ...node.parts.map(timesRepeated));
    case "repeat":
      return Math.max(1, node.most ?? node.least) * timesRepeated(node.part);
  }
}
