/** Inputs: where a tree comes from, as attributes of one of the schemes. */

import { type Attributes, attributesAsJson, integerAttribute, requiredText, textAttribute } from "./attributes.ts";
import { FlakeReferenceError } from "./error.ts";
import { requireFeature, type Scheme, type Surroundings } from "./scheme.ts";
import { fileScheme, tarballScheme } from "./schemes/download.ts";
import { forgeSchemes } from "./schemes/forge.ts";
import { gitScheme } from "./schemes/git.ts";
import { indirectScheme } from "./schemes/indirect.ts";
import { mercurialScheme } from "./schemes/mercurial.ts";
import { pathScheme } from "./schemes/path.ts";
import { printUrl, type Url } from "./url.ts";

export interface Input {
  /** None for a type that is not known: such an input can be looked at, and nothing else. */
  readonly scheme: Scheme | undefined;
  readonly attributes: Attributes;
}

/** In the order in which Nix tries them. */
const schemes: readonly Scheme[] = [
  fileScheme,
  gitScheme,
  ...forgeSchemes,
  mercurialScheme,
  indirectScheme,
  pathScheme,
  tarballScheme,
].toSorted((a, b) => (a.type < b.type ? -1 : 1));

/** `isTree` says whether a tree is wanted, and not perhaps a file. */
export function inputFromUrl(url: Url, isTree: boolean, surroundings: Surroundings): Input {
  for (const scheme of schemes) {
    const attributes = scheme.fromUrl(url, isTree, surroundings);
    if (attributes === undefined) continue;
    if (scheme.feature !== undefined) requireFeature(scheme.feature, surroundings);
    return checked({ scheme, attributes });
  }
  throw new FlakeReferenceError(`input '${printUrl(url)}' is unsupported`);
}

export function inputFromAttributes(attributes: Attributes, surroundings: Surroundings): Input {
  const type = textAttribute(attributes, "type");
  if (type === undefined) {
    throw new FlakeReferenceError("'type' attribute to specify input scheme is required but not provided");
  }
  const scheme = schemes.find((each) => each.type === type);
  if (scheme === undefined) return checked({ scheme, attributes });
  if (scheme.feature !== undefined) requireFeature(scheme.feature, surroundings);
  for (const name of [...attributes.keys()].toSorted()) {
    if (name === "type" || name === "__final" || scheme.allowedAttributes.has(name)) continue;
    throw new FlakeReferenceError(`input attribute '${name}' not supported by scheme '${type}'`);
  }
  return checked({ scheme, attributes: scheme.fromAttributes(attributes, surroundings) });
}

export function inputUrl({ scheme, attributes }: Input, surroundings: Surroundings): Url {
  if (scheme !== undefined) return scheme.toUrl(attributes, surroundings);
  throw new FlakeReferenceError(`cannot show unsupported input '${attributesAsJson(attributes)}'`);
}

/** Whether it names one tree for ever. */
export function isLocked({ scheme, attributes }: Input): boolean {
  return scheme?.isLocked(attributes) ?? false;
}

/** The attributes that every scheme has. */
function checked(input: Input): Input {
  requiredText(input.attributes, "type");
  textAttribute(input.attributes, "ref");
  integerAttribute(input.attributes, "revCount");
  integerAttribute(input.attributes, "lastModified");
  return input;
}
