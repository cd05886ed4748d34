/** Where files reach for a machine by its name or its address: as a builder, as a place for backups, as what SSH leads to. */

import { Node, type Ref } from "@nivose/nix/syntax";
import type { Repository } from "../../check/source/repository.ts";
import type { SourceFile } from "../../check/source/source-file.ts";

export interface Machine {
  readonly name: string;
  /** If it is another one than the name. */
  readonly address?: string;
}

export interface MachineUse {
  readonly file: SourceFile;
  readonly ref: Ref;
}

export function usesOfMachine({ files }: Pick<Repository, "files">, machine: Machine): readonly MachineUse[] {
  const domains = new Set([...homeDomains, ...[...files.values()].flatMap(domainsIn)]);
  const isMeant = meaning(machine, domains);
  return [...files.values()].flatMap((file) => usesIn(file, machine, isMeant).map((ref) => ({ file, ref })));
}

function usesIn(file: SourceFile, { name, address = name }: Machine, isMeant: (text: string) => boolean): Ref[] {
  if (!file.mentions(name, address)) return [];
  const named = file.nodes(Node.Binding).flatMap((binding) => {
    const [path, value] = [file.tree.child(binding, 0), file.tree.child(binding, 1)];
    const last = file.text(path).split(".").at(-1)!.replaceAll('"', "");
    if (toRead.has(last)) return [{ range: file.tree.range(binding), isUse: false, value }];
    // a variable of that name may be anything
    const isText = [Node.String, Node.IndentedString].includes(file.tree.kind(value));
    const isUse = isText && hostOptions.has(last) && [name, address].includes(contentOf(file, value));
    return isUse ? [{ range: file.tree.range(value), isUse, value }] : [];
  });
  const isToRead = (ref: Ref): boolean => {
    const { start, end } = file.tree.range(ref);
    return named.some(({ range, isUse }) => !isUse && range.start <= start && end <= range.end);
  };
  const texts = [...file.nodes(Node.String), ...file.nodes(Node.IndentedString)];
  const found = texts.filter((ref) => isMeant(contentOf(file, ref)) && !isToRead(ref));
  return [...new Set([...named.filter(({ isUse }) => isUse).map(({ value }) => value), ...found])].toSorted(
    (one, other) => file.tree.start(one) - file.tree.start(other),
  );
}

/** `ssh://root@luna`, `sftp:backup@luna.lan:/srv`, `luna:9100`; an address wherever it stands by itself. */
function meaning({ name, address = name }: Machine, domains: ReadonlySet<string>): (text: string) => boolean {
  const suffix = `(?:\\.(?:${[...domains].map(escaped).join("|")}))?`;
  const reached = new RegExp(
    `(?:(?<=\\S)@|[a-z][a-z0-9+.-]*://)(?:[^\\s/@]*@)?${escaped(name)}${suffix}(?![\\w.-])|^${escaped(name)}${suffix}:\\d+$`,
    "iu",
  );
  const isOwnAddress = address !== name && /[.:]/u.test(address);
  const alone = new RegExp(`(?<![\\w.:-])${escaped(address)}(?![\\w-]|[.:]\\w*[a-z.])`, "iu");
  return (whole) => {
    const text = whole.replaceAll(publicKey, "");
    return reached.test(text) || (isOwnAddress && alone.test(text));
  };
}

/** Where a key was made is a remark behind it. */
const publicKey = /\b(?:ssh|ecdsa|sk)-\S+ AAAA.*/gu;

/** What is between its quotes. */
function contentOf(file: SourceFile, ref: Ref): string {
  return file.text(ref).replaceAll(/^(?:"|'')|(?:"|'')$/gu, "");
}

/** `networking.domain = "example.org"`. */
function domainsIn(file: SourceFile): readonly string[] {
  if (!file.mentions("domain")) return [];
  return file.nodes(Node.Binding).flatMap((binding) => {
    const option = file.text(file.tree.child(binding, 0)).split(".").at(-1);
    const text = contentOf(file, file.tree.child(binding, 1));
    return option === "domain" && /^[\w-]+(?:\.[\w-]+)*$/u.test(text) ? [text] : [];
  });
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
}

/** Domains that nobody has in the world, but in a house. */
const homeDomains = ["lan", "local", "localdomain", "home", "home.arpa", "internal", "intranet"];

/** Options whose value is another machine, as those of `nix.buildMachines` and of SSH are. */
const hostOptions: ReadonlySet<string> = new Set([
  "hostName",
  "hostname",
  "host",
  "HostName",
  "remoteHost",
  "targetHost",
]);

/** Options whose value is for people. */
const toRead: ReadonlySet<string> = new Set(["description", "example", "title", "comment"]);
