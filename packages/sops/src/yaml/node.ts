/** A YAML document as nodes with the comments that belong to them. */

import type { ScalarStyle } from "./token.ts";

export interface Comments {
  head: string;
  line: string;
  foot: string;
}

export type Node = ScalarNode | SequenceNode | MappingNode | AliasNode;

export interface ScalarNode extends Comments {
  readonly kind: "scalar";
  /** In short form (`!!str`); empty where none is written. */
  readonly tag: string;
  readonly text: string;
  readonly style: ScalarStyle;
}

export interface SequenceNode extends Comments {
  readonly kind: "sequence";
  readonly items: Node[];
}

export interface MappingNode extends Comments {
  readonly kind: "mapping";
  readonly entries: { readonly key: Node; readonly value: Node }[];
}

export interface AliasNode extends Comments {
  readonly kind: "alias";
  readonly target: Node;
}

export interface Document {
  head: string;
  foot: string;
  readonly root: Node;
}

export interface NodePlace {
  /** Behind its anchor and its tag, counted in units of UTF-16. */
  readonly start: number;
  /** Of its anchor; of an alias, the name behind the `*`. */
  readonly name?: string;
}
