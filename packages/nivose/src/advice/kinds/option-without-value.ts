import { adviceMessages } from "../messages.ts";
import type { Recogniser } from "../failed.ts";
import { optionNames } from "../places/option-definitions.ts";
import { nodesOf, selectedPath } from "../source.ts";
import { Node } from "@nivose/nix/syntax";

const NO_VALUE = /^The option [`']([^\n]+?)' (?:is used but not defined|was accessed but has no value defined)/u;

/** An option without a default that nothing sets: where it is used, and the line that would set it. */
export const optionWithoutValue: Recogniser = (failed) => {
  const option = NO_VALUE.exec(failed.text)?.[1];
  if (option === undefined) return undefined;
  const { option: names } = optionNames(option);
  const uses = failed.ownFiles.flatMap(
    (file) =>
      failed.placeIn(
        file,
        (tree) => {
          const use = nodesOf(tree, Node.Select).find((ref) => {
            const path = selectedPath(tree, ref);
            return (
              path !== undefined && names.every((name, index) => path[path.length - names.length + index] === name)
            );
          });
          return use === undefined ? undefined : tree.range(use);
        },
        "it is used here",
      ) ?? [],
  );
  const remedies = [{ text: "set it in a module of the host", lines: [`${option} = …;`] }];
  return failed.advise(adviceMessages["option-without-value"](option), remedies, uses.length > 0 ? uses : undefined);
};
