/** What a host has for the options of a service, where the fleet's own files say so. */

import { literalString, Token } from "@nivose/nix/syntax";
import { isBelow } from "../../../check/hosts/defined.ts";
import type { EvaluatedHost } from "../../../check/hosts/evaluated-fleet.ts";
import { SourceFile } from "../../../check/source/source-file.ts";
import { attributeAt } from "../../edit/attributes.ts";

/** A text, or a path that stands as such. It may be a part of an option, such as of the settings of a program. */
export function textOnHost(option: readonly string[], { record }: EvaluatedHost): string | undefined {
  for (const { path, answer } of record?.options ?? []) {
    if (answer.kind !== "option" || !isBelow(option, path)) continue;
    const file = new SourceFile("value.nix", Buffer.from(answer.value));
    const rest = option.slice(path.length);
    const value = rest.length === 0 ? file.expression : attributeAt(file, rest)?.value;
    if (value === undefined) continue;
    const text = file.tree.kind(value) === Token.Path ? file.text(value) : literalString(file.tree, value);
    if (text !== undefined) return text;
  }
  return undefined;
}
