/** TOML as `builtins.fromTOML` reads it. */

import { parseToml, TomlTooDeep } from "./parse.ts";
import { describeProblem, TomlProblem } from "./problem.ts";
import type { TomlTable } from "./value.ts";

export type TomlResult =
  | { readonly kind: "document"; readonly root: TomlTable }
  /** What is wrong, in the words and with the pictures of the library that Nix uses. */
  | { readonly kind: "problem"; readonly text: string }
  | { readonly kind: "too-deep" };

/** Reads a document of bytes. */
export function readToml(bytes: string): TomlResult {
  try {
    return { kind: "document", root: parseToml(bytes, "fromTOML") };
  } catch (error) {
    if (error instanceof TomlProblem) return { kind: "problem", text: describeProblem(error) };
    if (error instanceof TomlTooDeep) return { kind: "too-deep" };
    throw error;
  }
}

export type { TomlNode, TomlTable, TomlValue } from "./value.ts";
