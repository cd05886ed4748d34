/**
 * Writes node records into one growing array. Children are complete before their parent is written; lists of children
 * that are still growing wait on a stack.
 */

import { growChildren, growNodes, scratch } from "./scratch.ts";
import { NODE_HEADER, type Ref } from "./tree.ts";

export class TreeBuilder {
  #nodes = scratch.nodes;
  #used = 1; // index 0 is NONE
  #waiting = scratch.children;
  #waitingCount = 0;

  /** Opens a list of children; hand what it returns to {@link close}. */
  open(): number {
    return this.#waitingCount;
  }

  push(child: Ref): void {
    if (this.#waitingCount === this.#waiting.length) {
      growChildren();
      this.#waiting = scratch.children;
    }
    this.#waiting[this.#waitingCount++] = child;
  }

  /** Writes a node whose children are all that were pushed since `opened`. */
  close(kind: number, firstToken: number, endToken: number, opened: number): Ref {
    const count = this.#waitingCount - opened;
    const ref = this.#header(kind, firstToken, endToken, count);
    const nodes = this.#nodes;
    for (let index = 0; index < count; index++) nodes[ref + NODE_HEADER + index] = this.#waiting[opened + index]!;
    this.#waitingCount = opened;
    return ref;
  }

  /** The same, for a node whose first child is complete only at the end: it replaces the one that was pushed first. */
  closeWithFirst(kind: number, firstToken: number, endToken: number, opened: number, first: Ref): Ref {
    this.#waiting[opened] = first;
    return this.close(kind, firstToken, endToken, opened);
  }

  leaf(kind: number, firstToken: number, endToken: number): Ref {
    return this.#header(kind, firstToken, endToken, 0);
  }

  node1(kind: number, firstToken: number, endToken: number, child: Ref): Ref {
    const ref = this.#header(kind, firstToken, endToken, 1);
    this.#nodes[ref + NODE_HEADER] = child;
    return ref;
  }

  node2(kind: number, firstToken: number, endToken: number, first: Ref, second: Ref): Ref {
    const ref = this.#header(kind, firstToken, endToken, 2);
    this.#nodes[ref + NODE_HEADER] = first;
    this.#nodes[ref + NODE_HEADER + 1] = second;
    return ref;
  }

  node3(kind: number, firstToken: number, endToken: number, first: Ref, second: Ref, third: Ref): Ref {
    const ref = this.#header(kind, firstToken, endToken, 3);
    this.#nodes[ref + NODE_HEADER] = first;
    this.#nodes[ref + NODE_HEADER + 1] = second;
    this.#nodes[ref + NODE_HEADER + 2] = third;
    return ref;
  }

  /** The first token of something already built. */
  firstToken(ref: Ref): number {
    return ref < 0 ? ~ref : this.#nodes[ref + 1]!;
  }

  childCount(ref: Ref): number {
    return this.#nodes[ref + 3]!;
  }

  /** How many words of the scratch buffer are in use. */
  get used(): number {
    return this.#used;
  }

  #header(kind: number, firstToken: number, endToken: number, count: number): Ref {
    const ref = this.#used;
    this.#used = ref + NODE_HEADER + count;
    if (this.#used > this.#nodes.length) {
      growNodes(this.#used);
      this.#nodes = scratch.nodes;
    }
    const nodes = this.#nodes;
    nodes[ref] = kind;
    nodes[ref + 1] = firstToken;
    nodes[ref + 2] = endToken;
    nodes[ref + 3] = count;
    return ref;
  }
}
