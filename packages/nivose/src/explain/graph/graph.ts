/** What leads to what in a fleet, as plain data: flakes and inputs, files, hosts and their modules. */

export interface Graph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  /** Where ways begin. What none of them reaches is shown as such. */
  readonly roots: readonly string[];
}

export type NodeKind = "flake" | "input" | "host" | "home" | "module" | "file";

export interface GraphNode {
  /** What the user knows it by: a file, the name of a host. */
  readonly id: string;
  readonly kind: NodeKind;
  /** What else is to be said of it: a revision, why it could not be evaluated. */
  readonly note?: string;
}

export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  /** Where it is written. */
  readonly why?: Place | undefined;
  /** `if`: only under some condition; `computed`: a part of the path is computed; `folder`: it is one of a folder that is read. */
  readonly how?: "if" | "computed" | "folder" | undefined;
}

export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export function placeText({ file, line, column }: Place): string {
  return `${file}:${line}:${column}`;
}
