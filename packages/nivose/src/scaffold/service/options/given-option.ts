/** What `--set` says of an option, held against the options that the release of the fleet has. */

import type { Message } from "@nivose/nix/message";
import { didYouMean, namesLike } from "../../../advice/names.ts";
import { lockedBelow } from "../../../check/flakes/locked-inputs.ts";
import { isNixpkgs, releaseOf } from "../../../check/flakes/nixpkgs-release.ts";
import { tellOption } from "../../../check/services/words.ts";
import type { Repository } from "../../../check/source/repository.ts";
import type { SourceFile } from "../../../check/source/source-file.ts";
import { declaredOptions } from "../../../check/modules/option-module.ts";
import { describe } from "../../../schema/data/describe.ts";
import { type Json, plainTypes } from "../../../schema/data/option-set.ts";
import { unfit } from "../../../schema/fits.ts";
import { LISTED_RELEASE, optionData } from "../../../schema/option-data.ts";
import { isWritten, type Value } from "../../../services/settings.ts";
import { serviceMessages } from "../messages.ts";

/** The value that is meant by a text. A text that looks like a number is one where the option takes texts alone. */
export function givenOption(
  options: readonly string[],
  path: readonly string[],
  text: string,
  repository: Pick<Repository, "flakes">,
  since: Readonly<Record<string, string>> = {},
): { readonly value: Value } | Message {
  const value = valueOf(text);
  const known = optionData("nixos").at(options);
  if (known === undefined) return { value };
  const found = unfit(known, path, value as Json);
  if (found === undefined) return { value };
  if (value !== text && unfit(known, path, text) === undefined) return { value: text };
  const name = (names: readonly string[]): string => tellOption([...options, ...names]);
  const isSure = isOfListedRelease(repository);
  if (found.kind === "type")
    // types do change from one release to the next, but hardly so
    return isSure || (typeof value === "string" && /^(?:boolean|signed integer|\d+ bit)/u.test(found.type))
      ? serviceMessages["service-option-type"](name(found.path), found.type, text)
      : { value };
  const later = laterThan(found.path, since);
  if (later !== undefined && releasesOf(repository).some((each) => each === undefined || each >= later))
    return { value };
  const near = namesLike(found.path.at(-1)!, found.names);
  const meant = near.map((each) => [...found.path.slice(0, -1), each].join("."));
  const isOfProgram = meant.length === 0 && found.path.length === 1 && found.names.includes("settings");
  const newer = isSure
    ? undefined
    : `the options of ${LISTED_RELEASE} are known here: what is newer is written into the files of the host by hand`;
  return serviceMessages["service-option-unknown"](
    name(found.path),
    later !== undefined
      ? `NixOS has it since ${later}`
      : isOfProgram
        ? `what the program itself is told is below 'settings': --set settings.${found.path[0]}=…`
        : (didYouMean(meant) ?? newer ?? `'nivose options ${options.join(".")}' lists those that there are`),
    isSure ? undefined : LISTED_RELEASE,
  );
}

/** The same of an option that a module of the fleet declares: its type is known if it has a plain name. */
export function givenMember(
  option: readonly string[],
  text: string,
  file: SourceFile,
): { readonly value: Value } | Message {
  const value = valueOf(text);
  const declared = declaredOptions(file);
  const around = declared.find(({ path }) => path.every((name, index) => option[index] === name));
  if (around !== undefined) {
    const type = /\btype\s*=\s*(?:(?:lib\.)?types\.)?(\w+);/u.exec(file.text(around.value))?.[1] ?? "";
    const term = type === "port" ? "u16" : plainTypes.find((each) => each === type);
    const found = term === undefined ? undefined : unfit([term], option.slice(around.path.length), value as Json);
    if (found === undefined) return { value };
    if (unfit([term!], option.slice(around.path.length), text) === undefined) return { value: text };
    return serviceMessages["service-option-type"](tellOption(option), describe(term!), text);
  }
  const outer = option.length - 1;
  const names = declared.filter(({ path }) => path.slice(0, outer).join(".") === option.slice(0, outer).join("."));
  const near = namesLike(option[outer]!, [...new Set(names.map(({ path }) => path[outer]!))]);
  return serviceMessages["service-option-unknown"](tellOption(option), didYouMean(near));
}

/** JSON if it is some, such as `true`, `8080` or `[ "a" ]`; else the text itself. What would be more than a value is only a text. */
export function valueOf(text: string): Value {
  if (!/^(?:true|false|null|-?\d+(?:\.\d+)?|[["{].*)$/su.test(text)) return text;
  try {
    const value = JSON.parse(text) as Value;
    return hasWritten(value) ? text : value;
  } catch {
    return text;
  }
}

/** Settings of the catalogue have expressions in such places, and users have none. */
function hasWritten(value: Value): boolean {
  if (typeof value !== "object" || value === null) return false;
  return isWritten(value) || (Object.values(value) as Value[]).some(hasWritten);
}

/** The release that brought an option, or one below it, if that is known. */
function laterThan(path: readonly string[], since: Readonly<Record<string, string>>): string | undefined {
  const option = path.join(".");
  const found = Object.entries(since).find(([later]) => `${later}.`.startsWith(`${option}.`));
  return found?.[1];
}

function isOfListedRelease(repository: Pick<Repository, "flakes">): boolean {
  const releases = releasesOf(repository);
  return releases.length > 0 && releases.every((release) => release === LISTED_RELEASE);
}

/** Of every nixpkgs that is locked; nothing for a branch that has no end. */
function releasesOf({ flakes }: Pick<Repository, "flakes">): readonly (string | undefined)[] {
  const all = flakes.flatMap(({ lock }) => (lock === undefined ? [] : lockedBelow(lock)));
  return all.filter(({ locked }) => isNixpkgs(locked)).map(({ original }) => releaseOf(original));
}
