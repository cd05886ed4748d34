/**
 * Every message that a user can see, under one set of codes: each layer declares its own, and here they meet. Help, the
 * pages in `docs/messages/` and the tests are made from it.
 */

import type { MessageDefinition } from "@nivose/nix/message";
import { nixMessageDefinitions } from "@nivose/nix/messages";
import { sopsMessageDefinitions } from "@nivose/sops/messages";
import { adviceMessageDefinitions } from "../advice/messages.ts";
import { checkMessageDefinitions } from "../check/messages.ts";
import { changeMessageDefinitions } from "../change/messages.ts";
import { explainMessageDefinitions } from "../explain/messages.ts";
import { fleetMessageDefinitions } from "../fleet/messages.ts";
import { evaluationMessageDefinitions } from "../report/evaluation-messages.ts";
import { paperMessageDefinitions } from "../paper/messages.ts";
import { toolMessageDefinitions } from "../report/messages.ts";
import { scaffoldMessageDefinitions } from "../scaffold/messages.ts";
import { serviceMessageDefinitions } from "../scaffold/service/messages.ts";
import { placeMessageDefinitions } from "../scaffold/place/messages.ts";

const layers = [
  nixMessageDefinitions,
  sopsMessageDefinitions,
  changeMessageDefinitions,
  checkMessageDefinitions,
  scaffoldMessageDefinitions,
  serviceMessageDefinitions,
  placeMessageDefinitions,
  evaluationMessageDefinitions,
  explainMessageDefinitions,
  fleetMessageDefinitions,
  adviceMessageDefinitions,
  paperMessageDefinitions,
  toolMessageDefinitions,
] as const;

// a code that two layers declare makes this line a type error that names it
({}) satisfies Record<Duplicates<typeof layers>, never>;

/** By code, in alphabetical order. */
export const catalogue: ReadonlyMap<string, MessageDefinition> = new Map(
  layers.flatMap((layer) => Object.entries<MessageDefinition>(layer)).toSorted(([a], [b]) => (a < b ? -1 : 1)),
);

type Duplicates<Layers extends readonly object[]> = Layers extends readonly [
  infer First,
  ...infer Rest extends readonly object[],
]
  ? { [Index in keyof Rest]: keyof First & keyof Rest[Index] }[number] | Duplicates<Rest>
  : never;
