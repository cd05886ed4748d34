/** Files that are there for secrets, and are in the repository as they are. */

import path from "node:path";
import type { Range } from "@nivose/nix/message";
import { view } from "@nivose/nix/syntax";
import { piecesOf } from "../../schema/definitions.ts";
import type { Place } from "../finding.ts";
import type { Repository } from "../source/repository.ts";
import type { SourceFile } from "../source/source-file.ts";
import { encryptionOf } from "./encrypted-file.ts";
import { isCalledExample, isPlaceholder } from "./placeholders.ts";
import { configFor, ruleFor, type SopsConfig, sopsFiles } from "./sops-files.ts";
import { trackedTexts } from "./tracked-texts.ts";

export interface FileInClear {
  readonly file: string;
  /** The first of what is secret in it, which no report may show. */
  readonly secret: Range;
  /** Where it is said that it is there for secrets: by a module, or by a rule of SOPS. */
  readonly named: Place | undefined;
  readonly ruled: Place | undefined;
}

/** By their names. A file in which nothing is secret yet is left out. */
export function filesInClear(repository: Repository): ReadonlyMap<string, FileInClear> {
  const known = kept.get(repository);
  if (known !== undefined) return known;
  const named = namedFiles(repository);
  const files = sopsFiles(repository);
  const found = new Map<string, FileInClear>();
  for (const { name, text } of trackedTexts(repository, (name) => !notForSecrets.test(name))) {
    if (encryptionOf(Buffer.from(text, "latin1")) !== undefined) continue;
    const secret = firstSecret(text);
    if (secret === undefined) continue;
    const config = data.test(name) ? configFor(name, files) : undefined;
    found.set(name, {
      file: name,
      secret,
      named: named.get(name),
      ruled: config === undefined ? undefined : ruledAt(name, config),
    });
  }
  kept.set(repository, found);
  return found;
}

export function howToEncrypt(file: string): string {
  return file.endsWith(".age") ? `write it with 'agenix -e ${file}'` : `run 'sops encrypt --in-place ${file}'`;
}

const kept = new WeakMap<Repository, ReadonlyMap<string, FileInClear>>();

/** What SOPS reads value by value. A file of another kind may lie beside secrets. */
const data = /\.(?:ya?ml|json|env|ini)$/u;

const notForSecrets = /\.(?:nix|md|pub)$|(?:^|\/)\.(?:sops\.yaml|git\w*)$/u;

/** `sopsFile = ./nas.yaml;`, and where agenix is told of a file. */
function namedFiles({ files }: Repository): ReadonlyMap<string, Place> {
  const found = new Map<string, Place>();
  for (const source of files.values())
    for (const { path: option, value } of source.mentions("opsFile", "secrets") ? source.definitions : []) {
      if (!isFileOption(option)) continue;
      for (const piece of piecesOf(source.tree, value)) {
        const target = fileAt(source, piece.value);
        if (target !== undefined && !found.has(target)) found.set(target, source.at(piece.value));
      }
    }
  return found;
}

function isFileOption(option: readonly (string | undefined)[]): boolean {
  const last = option.at(-1);
  if (last === "sopsFile" || last === "defaultSopsFile") return option.includes("sops");
  return last === "file" && option.at(-3) === "secrets" && option.at(-4) === "age";
}

function fileAt(source: SourceFile, ref: Parameters<typeof view>[1]): string | undefined {
  const node = view(source.tree, ref);
  return node.kind === "path" && node.text.startsWith(".")
    ? path.posix.join(path.posix.dirname(source.name), node.text)
    : undefined;
}

/** The rule for a file, if it is not for all files alike. */
function ruledAt(file: string, config: SopsConfig): Place | undefined {
  const rule = ruleFor(file, config);
  if (rule === undefined || rule === "none" || rule.pathRegex === undefined) return undefined;
  const ending = path.posix.extname(file);
  const isForAll = [`notes${ending}`, `some/folder/notes${ending}`].some((name) => rule.fits(name) !== false);
  return isForAll ? undefined : config.at(rule.pathRegex.range);
}

/** The first value behind a name; all of a text without names. */
function firstSecret(text: string): Range | undefined {
  const values = [...text.matchAll(/^[ \t-]*(?:export )?["']?[\w./-]+["']?[ \t]*[:=][ \t]*(.*?)[ \t,]*\r?$/gmu)];
  const found = values.flatMap((match) => {
    const [whole, value = ""] = match;
    const bare = value.replace(/^(["'])(.*)\1$/u, "$2");
    const start = match.index + whole.indexOf(bare, whole.indexOf(value));
    return isPlaceholder(bare) || isCalledExample(text, start) || /^[[{|>&*#]/u.test(value)
      ? []
      : [{ start, end: start + bare.length }];
  });
  if (values.length > 0) return found[0];
  const bare = text.trim();
  const start = text.indexOf(bare);
  return isPlaceholder(bare) || /^(?:[#;{[]|---$)/mu.test(bare) ? undefined : { start, end: start + bare.length };
}
