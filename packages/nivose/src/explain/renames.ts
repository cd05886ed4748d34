/** Options that pass their definitions on to another one: old names, aliases, and those that were turned into others. */

import type { OptionRename } from "../fleet/ask-modules.ts";
import type { Style } from "../report/style.ts";
import { printable } from "../report/terminal-text.ts";
import type { OptionPath } from "./answer.ts";
import type { Explanation } from "./explanation.ts";
import { explanationJson } from "./json.ts";
import { optionPathText } from "./option-path.ts";
import { tell } from "./tell.ts";

/** An option that has to do with the one that was asked for. */
export interface RelatedOption {
  readonly path: OptionPath;
  /** Whether it gets the definitions of the one that was asked for, or gives that one its own. */
  readonly relation: "to" | "from";
}

export interface RelatedExplanation extends RelatedOption {
  readonly explanation: Explanation;
}

export function relatedOptions(path: OptionPath, renames: readonly OptionRename[]): readonly RelatedOption[] {
  const asked = optionPathText(path);
  const isAsked = (other: OptionPath): boolean => optionPathText(other) === asked;
  return [
    ...renames.filter(({ from }) => isAsked(from)).map(({ to }): RelatedOption => ({ path: to, relation: "to" })),
    ...renames
      .filter(({ to, isSet }) => isSet && isAsked(to))
      .map(({ from }): RelatedOption => ({ path: from, relation: "from" })),
  ];
}

export function tellRelated(asked: OptionPath, related: readonly RelatedExplanation[], host: string, style: Style) {
  return related.flatMap(({ path, relation, explanation }): string[] => {
    const [from, to] = (relation === "to" ? [asked, path] : [path, asked]).map((each) =>
      style.strong(printable(optionPathText(each))),
    );
    return ["", `${from} passes its definitions on to ${to}`, "", ...tell(explanation, host, style)];
  });
}

export function relatedJson(related: readonly RelatedExplanation[]): object {
  const of = (relation: "to" | "from") =>
    related.filter((each) => each.relation === relation).map(({ explanation }) => explanationJson(explanation));
  const [passesTo, passedFrom] = [of("to"), of("from")];
  return {
    ...(passesTo.length === 0 ? {} : { passesTo }),
    ...(passedFrom.length === 0 ? {} : { passedFrom }),
  };
}
