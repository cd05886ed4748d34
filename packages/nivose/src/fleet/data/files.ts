/** The files `fleet.nix` of a repository, read and checked: what they say of each host, and what is wrong with them. */

import type { Diagnostic } from "@nivose/nix/message";
import { parse, type Tree } from "@nivose/nix/syntax";
import { fleetMessages } from "../messages.ts";
import { checkHosts, type KnownHosts } from "./check.ts";
import type { HostData } from "./fleet-data.ts";
import { literalAnswer } from "./literal.ts";
import { hasMember, isFunctionFile, placeOf } from "./places.ts";
import type { FileAnswer } from "./question.ts";
import { type DataProblem, readHosts } from "./read.ts";

/** What a folder has under the name `fleet.nix`. */
export interface DataFile {
  /** Relative to the repository. */
  readonly folder: string;
  /** By which the user knows it. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly evaluate: () => Promise<FileAnswer | { readonly problem: string }>;
}

export interface FleetData {
  readonly of: (host: { readonly name: string; readonly flake: string }) => HostData | undefined;
  readonly problems: readonly { readonly file: DataFile; readonly diagnostics: readonly Diagnostic[] }[];
}

export async function readFleetData(files: readonly DataFile[], known: KnownHosts): Promise<FleetData> {
  const read = (await Promise.all(files.map((file) => readFile(file, known)))).filter((each) => each !== undefined);
  const of = ({ name, flake }: { readonly name: string; readonly flake: string }): HostData | undefined => {
    const naming = read.filter(({ hosts }) => hosts.has(name));
    return (naming.find(({ file }) => file.folder === flake) ?? naming[0])?.hosts.get(name);
  };
  const problems = read.map(({ file, tree, hosts, problems: own }, index) => {
    const twice = [...hosts.keys()].flatMap((name): DataProblem[] => {
      const other = read.slice(0, index).find((each) => each.hosts.has(name));
      if (other === undefined) return [];
      const message = fleetMessages["fleet-data-twice"](name, other.file.name);
      return [{ message, path: ["hosts", name], isOfName: true }];
    });
    const found = [...tree.diagnostics, ...[...own, ...twice].map((problem) => diagnosticOf(problem, tree))];
    return { file, diagnostics: found.toSorted((a, b) => a.range.start - b.range.start) };
  });
  return { of, problems: problems.filter(({ diagnostics }) => diagnostics.length > 0) };
}

/** What is wrong with a file, if it is one of hosts and its text alone tells what it says. */
export function problemsOfText(tree: Tree, known: KnownHosts): readonly Diagnostic[] {
  const answer = isFunctionFile(tree) || tree.diagnostics.length > 0 ? undefined : literalAnswer(tree);
  if (answer?.isData !== true) return [];
  const { hosts, problems } = readHosts(answer.hosts);
  return [...problems, ...checkHosts(hosts, known)].map((problem) => diagnosticOf(problem, tree));
}

interface ReadFile {
  readonly file: DataFile;
  readonly tree: Tree;
  readonly hosts: ReadonlyMap<string, HostData>;
  readonly problems: readonly DataProblem[];
}

/** Nothing if it is something else of that name: a function, such as a module, or a value without hosts. */
async function readFile(file: DataFile, known: KnownHosts): Promise<ReadFile | undefined> {
  const tree = parse(file.bytes);
  if (isFunctionFile(tree)) return undefined;
  if (tree.diagnostics.length > 0)
    return hasMember(tree, "hosts") ? { file, tree, hosts: new Map(), problems: [] } : undefined;
  const answer = literalAnswer(tree) ?? (await file.evaluate());
  if ("problem" in answer) {
    if (!hasMember(tree, "hosts")) return undefined;
    const message = fleetMessages["fleet-data-broken"]("the file", answer.problem);
    return { file, tree, hosts: new Map(), problems: [{ message, path: ["hosts"], isOfName: true }] };
  }
  if (!answer.isData) return undefined;
  const { hosts, problems } = readHosts(answer.hosts);
  return { file, tree, hosts, problems: [...problems, ...checkHosts(hosts, known)] };
}

function diagnosticOf({ message, path, isOfName, related }: DataProblem, tree: Tree): Diagnostic {
  const place = placeOf(tree, path);
  return {
    ...message,
    range: isOfName ? place.name : place.value,
    ...(related === undefined ? {} : { related: [{ range: placeOf(tree, related.path).value, text: related.text }] }),
  };
}
