/** The options that a module for a service has of its own: its ports, what has to be said of it, the files of its secrets. */

import { nixString } from "../../nix.ts";
import type { Value } from "../../../services/settings.ts";
import type { Draft } from "../draft/draft.ts";
import { exampleFor, mainPort } from "../wish.ts";
import { nixOf } from "../settings/write.ts";

export interface MemberOption {
  readonly name: string;
  /** Of `lib.types`. */
  readonly type: string;
  readonly usual: Value | undefined;
  readonly example?: Value;
  readonly description: string;
  /** What it is for in the entry. */
  readonly of: { readonly kind: "port" | "answer" | "secret"; readonly name: string };
}

export function memberOptions({ service, ports, secrets }: Draft): readonly MemberOption[] {
  const main = mainPort(service);
  const count = ports.filter(({ isFree }) => isFree).length;
  return [
    ...ports
      .filter(({ isFree }) => isFree)
      .map(({ name, entry }): MemberOption => ({
        name: name === main || count === 1 ? "port" : `${camel(name)}Port`,
        type: "port",
        usual: entry.number,
        description: count === 1 ? "The port that it listens on." : `The port '${name}'.`,
        of: { kind: "port", name },
      })),
    ...Object.entries(service.asks ?? {})
      .map(([name, question]) => ({ name, ...question, example: exampleFor(question, "machine") }))
      .map(({ name, purpose, example, usual }): MemberOption => ({
        name,
        type: Array.isArray(example) ? "(listOf str)" : "str",
        usual,
        ...(usual === undefined ? { example } : {}),
        description: `${purpose[0]!.toUpperCase()}${purpose.slice(1)}.`,
        of: { kind: "answer", name },
      })),
    ...Object.entries(secrets).map(([name, { purpose }]): MemberOption => ({
      name: `${camel(name)}File`,
      type: "str",
      usual: undefined,
      description: `A file on the machine with ${purpose}.`,
      of: { kind: "secret", name },
    })),
  ];
}

export function optionText({ name, type, usual, example, description }: MemberOption): string {
  const lines = [
    `type = ${type.startsWith("(") ? `with lib.types; ${type.slice(1, -1)}` : `lib.types.${type}`};`,
    ...(usual === undefined ? [] : [`default = ${nixOf(usual)};`]),
    ...(example === undefined ? [] : [`example = ${nixOf(example)};`]),
    `description = ${nixString(description)};`,
  ];
  return `${name} = lib.mkOption {\n${lines.join("\n")}\n};`;
}

function camel(name: string): string {
  return name.replaceAll(/-([a-z0-9])/gu, (_, letter: string) => letter.toUpperCase());
}
