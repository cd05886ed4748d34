/** What a fleet's own module for a service takes for granted although only the user knows it, such as where backups go. */

import { declaredOptions, type OptionModule } from "../../check/modules/option-module.ts";
import { tellOption } from "../../check/services/words.ts";
import type { Repository } from "../../check/source/repository.ts";
import { catalogue } from "../../services/catalogue.ts";
import type { Question } from "../../services/operation.ts";
import { modulesFor } from "./family/modules-for.ts";

export interface MemberQuestion {
  readonly name: string;
  readonly question: Question;
  readonly option: readonly string[];
  /** As it is written; nothing if it has to be said. */
  readonly usual: string | undefined;
}

/** Each as a sentence, but for those that were answered. */
export function assumedNotes(
  name: string,
  settings: readonly string[],
  repository: Pick<Repository, "files">,
): readonly string[] {
  const said = new Set(settings.map((each) => each.split("=", 1)[0]));
  return modulesFor(name, repository)
    .flatMap((module) => questionsOf(name, module))
    .filter((each) => each.usual !== undefined && !said.has(each.name))
    .map(
      ({ option, usual, question }) =>
        `'${tellOption(option)}' is ${usual} until the host says otherwise: ${question.purpose}.`,
    );
}

/** Those of the catalogue that an option of the module stands for. */
export function questionsOf(name: string, { file, namespace }: OptionModule): readonly MemberQuestion[] {
  const asks = Object.entries(catalogue[name]?.asks ?? {}).filter(([, { usual }]) => usual === undefined);
  return declaredOptions(file).flatMap(({ path, value }) => {
    const asked = asks.find(([question]) => [...namespace, question].join(".") === path.join("."));
    if (asked === undefined) return [];
    const usual = /\bdefault\s*=\s*([^;]*);/u.exec(file.text(value))?.[1];
    return [{ name: asked[0], question: asked[1], option: path, usual }];
  });
}
