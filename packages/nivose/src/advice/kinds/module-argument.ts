import type { AdvicePlace, Remedy } from "../../report/advice.ts";
import { type Failed, type Recogniser, shortName, systemOf } from "../failed.ts";
import { whereHostIsMade } from "../host-call.ts";
import { adviceMessages } from "../messages.ts";
import { namesLike } from "../names.ts";
import { findArgument, readContext } from "../places/option-definitions.ts";
import { decoded, encoded } from "../places/sources.ts";

/** An argument of a module that nobody passes. */
export const moduleArgument: Recogniser = (failed) => {
  const name = /^attribute '([^']+)' missing/u.exec(failed.text)?.[1];
  const context = argumentUnderWay(failed);
  if (name === undefined || context === undefined || context.name !== name) return undefined;
  const places = argumentPlaces(failed, context);
  const near = namesLike(name, [...new Set([...usual, ...(failed.scope?.arguments ?? [])])]);
  const remedies = near.length > 0 ? [] : passing(name, failed);
  return failed.advise(adviceMessages["module-argument"](name, near), remedies, places);
};

const usual = ["config", "options", "lib", "pkgs", "modulesPath"];

export interface ArgumentUnderWay {
  readonly file: string;
  readonly name: string;
}

/** The innermost argument of a module of the user's that is being looked for. */
export function argumentUnderWay(failed: Failed): ArgumentUnderWay | undefined {
  for (const { kind, text } of failed.failure.trace.toReversed()) {
    const context = kind === "context" ? readContext(decoded(text)) : undefined;
    if (context?.kind === "argument" && !failed.isForeign(encoded(context.file))) return context;
  }
  return undefined;
}

/** Where the module names it. One that is written within another may have no file, and is near to what it sets. */
export function argumentPlaces(failed: Failed, { file, name }: ArgumentUnderWay): AdvicePlace[] | undefined {
  const written = file.startsWith("/") ? file : failed.own?.source.name;
  const place =
    written === undefined ? undefined : failed.placeIn(encoded(written), (tree) => findArgument(tree, name));
  return place === undefined ? undefined : [place];
}

/** How to pass an argument to all modules. */
export function passing(name: string, failed: Failed): Remedy[] {
  const { kind, isHomeOfHost } = systemOf(failed);
  if (isHomeOfHost)
    return [
      {
        text: "in a module of the host, pass it to the modules of its homes",
        lines: [`home-manager.extraSpecialArgs = { inherit ${name}; };`],
      },
    ];
  const call = whereHostIsMade(failed, kind);
  const argument = (kind ?? call?.kind) === "home" ? "extraSpecialArgs" : "specialArgs";
  const where =
    call === undefined
      ? "where the host is made"
      : `in the call of ${call.callee}, at ${shortName(call.place.file, failed)}:${call.place.line}`;
  return [{ text: `${where}, pass it to all modules`, lines: [`${argument} = { inherit ${name}; };`] }];
}
