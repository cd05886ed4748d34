/** Flake references, as text and as attributes. Nothing here looks at files or at a network. */

export { type Attribute, type Attributes, attributesAsJson } from "./attributes.ts";
export { FlakeReferenceError } from "./error.ts";
export { type Input, inputFromAttributes, inputFromUrl, inputUrl, isLocked } from "./input.ts";
export {
  type FlakeReference,
  parseNamedReference,
  parseReference,
  parseReferenceWithFragment,
  printReference,
  type ReadingOptions,
  referenceAttributes,
  referenceFromAttributes,
} from "./reference.ts";
export { requireFeature, type Surroundings } from "./scheme.ts";
export { fixGitUrl, parseUrl, printUrl, type Url } from "./url.ts";
