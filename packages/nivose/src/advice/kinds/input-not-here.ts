import path from "node:path";
import type { Recogniser } from "../failed.ts";
import { adviceMessages } from "../messages.ts";
import { findArgument, findDefinitions } from "../places/option-definitions.ts";
import { decoded, encoded } from "../places/sources.ts";

/** An input of a flake that is not on this machine, or that no registry knows. */
export const inputNotHere: Recogniser = (failed) => {
  const { missing } = failed.failure;
  const name =
    missing?.kind === "source"
      ? decoded(missing.input).split("/")[0]
      : /cannot find flake 'flake:([^'/?]+)/u.exec(failed.text)?.[1];
  if (missing === undefined || name === undefined || name === "" || failed.folder === undefined) return undefined;
  const file = encoded(path.join(failed.folder, "flake.nix"));
  const place =
    failed.placeIn(file, (tree) => findDefinitions(tree, ["inputs", name])[0]) ??
    failed.placeIn(file, (tree) => findArgument(tree, name));
  if (place === undefined) return undefined;
  const isKnown = missing.kind === "source";
  const state = isKnown
    ? missing.isLocked
      ? "is not on this machine"
      : "is not locked yet"
    : "is known to no registry here";
  const whole = isKnown ? decoded(missing.input) : name;
  const get = isKnown
    ? {
        text: missing.isLocked ? "fetch what the lock file names" : "lock it, which fetches it",
        lines: [missing.isLocked ? "nivose fetch" : "nivose lock"],
      }
    : { text: "say in flake.nix where it is", lines: [`inputs.${name}.url = "github:OWNER/REPOSITORY";`] };
  const other = {
    text: "or take another one for it, such as a folder",
    lines: [`--override-input ${whole} path:FOLDER`],
  };
  return failed.advise(adviceMessages["input-not-here"](whole, state), [get, other], [place]);
};
