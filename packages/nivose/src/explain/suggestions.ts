/** Which option was perhaps meant. */

import { nearest } from "@nivose/nix/syntax";
import type { MissingAnswer, OptionAnswer, OptionPath } from "./answer.ts";
import { optionPathText } from "./option-path.ts";

/** How many are named at most. */
const MOST = 3;

/** Options whose last names are those of the path; or else the one that is spelled most like it. */
export function suggestionsFor(path: OptionPath, { options }: Pick<MissingAnswer, "options">): string[] {
  const ending = options.filter(
    (option) =>
      option.length > path.length && path.every((name, index) => option[option.length - path.length + index] === name),
  );
  if (ending.length > 0 && ending.length <= MOST) return ending.map(optionPathText);
  const near = nearest(optionPathText(path), options.map(optionPathText));
  return near === undefined ? [] : [near];
}

/** Of a part that is not there, what is spelled most like it beside it. */
export function besides(path: OptionPath, { name, names }: NonNullable<OptionAnswer["missing"]>): string[] {
  const near = nearest(name, names);
  return near === undefined ? [] : [optionPathText(path.toSpliced(path.lastIndexOf(name), 1, near))];
}

/** Files with the same name; or else the one whose path is spelled most like it. */
export function filesLike(file: string, files: readonly string[]): string[] {
  const name = file.slice(file.lastIndexOf("/"));
  const named = files.filter((other) => other.endsWith(name));
  if (named.length > 0 && named.length <= MOST) return named;
  const near = nearest(file, files);
  return near === undefined ? [] : [near];
}

/** The path of a Home Manager option from the top of the host. */
export function homePathFor(path: OptionPath, { isOfHome, people }: MissingAnswer): string | undefined {
  if (!isOfHome) return undefined;
  const person = people.length === 1 ? people[0]! : "NAME";
  return optionPathText(["home-manager", "users", person, ...path]);
}
