import { adviceMessages } from "../messages.ts";
import type { Recogniser } from "../failed.ts";
import { findDefinitions } from "../places/option-definitions.ts";
import { decoded } from "../places/sources.ts";

/** A home of Home Manager, as a part of a host, for somebody who has no account there. */
export const homeWithoutAccount: Recogniser = (failed) => {
  const name = /^attribute '([^']+)' missing/u.exec(failed.text)?.[1];
  const isOfHome = failed.failure.trace.some(
    ({ kind, text }) => kind === "context" && decoded(text).includes(`option \`home-manager.users.${name}.home.`),
  );
  if (name === undefined || !isOfHome || failed.own !== undefined) return undefined;
  const place = failed.ownFiles
    .map((file) => failed.placeIn(file, (tree) => findDefinitions(tree, ["home-manager", "users", name])[0]))
    .find((each) => each !== undefined);
  const remedies = [
    { text: "in a module of the host, add the account", lines: [`users.users.${name}.isNormalUser = true;`] },
  ];
  return failed.advise(adviceMessages["home-without-account"](name), remedies, place === undefined ? [] : [place]);
};
