/**
 * Flake references: an input, and the folder in it that holds the flake. A text is tried as `nixpkgs/branch`, then as a
 * URL, then as a path.
 */

import { join } from "node:path/posix";
import { type Attributes, textAttribute } from "./attributes.ts";
import { badUrl, FlakeReferenceError } from "./error.ts";
import { type Input, inputFromAttributes, inputFromUrl, inputUrl } from "./input.ts";
import { identifierPattern, pathPattern } from "./patterns.ts";
import { percentDecode } from "./percent.ts";
import type { Surroundings } from "./scheme.ts";
import { parseQuery, parseUrl, printUrl, type Url } from "./url.ts";

export interface FlakeReference {
  readonly input: Input;
  readonly folder: string;
}

export interface ReadingOptions extends Surroundings {
  /** Whether a flake is wanted, and not perhaps a file. */
  readonly isFlake?: boolean;
  /** Whether a path may be relative: to what is for the caller to know. */
  readonly allowRelative?: boolean;
}

export function parseReference(text: string, options: ReadingOptions): FlakeReference {
  const { reference, fragment } = parseReferenceWithFragment(text, options);
  if (fragment === "") return reference;
  throw new FlakeReferenceError(`unexpected fragment '${fragment}' in flake reference '${text}'`);
}

interface WithFragment {
  readonly reference: FlakeReference;
  readonly fragment: string;
}

/** The same, but for a path, of which there is more to know; that of a URL is taken from `folder` on if it is relative. */
export function parseNamedReference(
  text: string,
  folder: string,
  surroundings: Surroundings,
): FlakeReference | undefined {
  return (parseIdentifier(text, surroundings) ?? parseAsUrl(text, surroundings, folder))?.reference;
}

/** `flake#output`. */
export function parseReferenceWithFragment(text: string, options: ReadingOptions): WithFragment {
  return parseIdentifier(text, options) ?? parseAsUrl(text, options) ?? parseAsPath(text, options);
}

export function referenceFromAttributes(attributes: Attributes, surroundings: Surroundings): FlakeReference {
  const folder = textAttribute(attributes, "dir") ?? "";
  const others = new Map([...attributes].filter(([name]) => name !== "dir"));
  return { input: inputFromAttributes(others, surroundings), folder };
}

export function printReference({ input, folder }: FlakeReference, surroundings: Surroundings): string {
  const url = inputUrl(input, surroundings);
  if (folder === "" || url.query.has("dir")) return printUrl(url);
  return printUrl({ ...url, query: new Map([...url.query, ["dir", folder]]) });
}

export function referenceAttributes({ input, folder }: FlakeReference): Attributes {
  return folder === "" ? input.attributes : new Map([["dir", folder], ...input.attributes]);
}

function parseIdentifier(text: string, options: ReadingOptions): WithFragment | undefined {
  const match = identifierPattern.exec(text);
  if (match === null) return undefined;
  const url: Url = { scheme: "flake", authority: "", path: match[1]!, query: new Map(), fragment: "" };
  const input = inputFromUrl(url, options.isFlake ?? true, options);
  return { reference: { input, folder: "" }, fragment: percentDecode(match[6] ?? "") };
}

function parseAsUrl(text: string, options: ReadingOptions, folder?: string): WithFragment | undefined {
  try {
    const url = parseUrl(text, options.warn);
    const isRelative = (url.scheme === "path" || url.scheme === "git+file") && !url.path.startsWith("/");
    return referenceOf(isRelative && folder !== undefined ? { ...url, path: join(folder, url.path) } : url, options);
  } catch (error) {
    if (error instanceof FlakeReferenceError && error.isBadUrl) return undefined;
    throw error;
  }
}

function parseAsPath(text: string, options: ReadingOptions): WithFragment {
  const [, path = "", , query = "", , fragment = ""] = pathPattern.exec(text) ?? [];
  const url: Url = {
    scheme: "path",
    authority: "",
    path,
    query: parseQuery(query, options.warn),
    fragment: percentDecode(fragment),
  };
  if (options.allowRelative !== true && !path.startsWith("/")) {
    throw badUrl(`flake reference '${text}' is not an absolute path`);
  }
  return referenceOf(url, options);
}

function referenceOf(url: Url, options: ReadingOptions): WithFragment {
  const query = new Map(url.query);
  query.delete("dir");
  const input = inputFromUrl({ ...url, query, fragment: "" }, options.isFlake ?? true, options);
  return { reference: { input, folder: url.query.get("dir") ?? "" }, fragment: url.fragment };
}
