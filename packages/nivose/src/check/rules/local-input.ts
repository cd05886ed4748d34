/** Inputs that are on one machine only. */

import path from "node:path/posix";
import { flakeText, settingOf } from "../flakes/declared-inputs.ts";
import type { RepositoryRule } from "../rule.ts";

export const rule: RepositoryRule = {
  code: "local-input",
  family: "fleet",
  level: "warning",
  class: "certain",
  reads: "repository",
  title: "An input that is a folder of one machine",
  explain:
    "The input is taken from a folder outside of the repository: by its whole path, or by a way that leads out. No other machine has " +
    "it, so the flake can be evaluated on this one only, and what it says depends on what happens to be in that folder. " +
    "For a test, take `--override-input NAME PATH` on the command line instead. A folder within the repository is told by the way " +
    "from the flake to it, `path:../shared`.",
  example: {
    bad: {
      "flake.nix":
        '{\n  inputs.site.url = "path:/home/ada/site";\n\n  outputs = { site, ... }: { inherit site; };\n}\n',
    },
    good: {
      "flake.nix": '{\n  inputs.site.url = "path:./site";\n\n  outputs = { site, ... }: { inherit site; };\n}\n',
      "site/flake.nix": "{ outputs = _: { }; }\n",
    },
  },
  *check({ flakes }) {
    for (const { folder, file } of flakes) {
      for (const input of flakeText(file).inputs.values()) {
        const url = settingOf(input, "url") ?? settingOf(input, "path");
        const place = url?.text === undefined ? undefined : localPlace(url.text, folder, url.path[0] === "path");
        if (url === undefined || place === undefined) continue;
        yield {
          text: `'${input.name}' is ${place}, which other machines do not have`,
          at: file.at(url.value),
          hint: `publish it, move it into the repository, or take '--override-input ${input.name} …' where it is to be tried`,
        };
      }
    }
  },
};

/** As one calls it; nothing of what is within the repository, or not local. */
function localPlace(url: string, folder: string, isPath: boolean): string | undefined {
  const [, local] =
    /^(?:path:|git\+file:|file:|tarball\+file:)?(?:\/\/(?=\/))?((?:\/|~\/|\.\.?\/)[^?#]*)/u.exec(url) ?? [];
  if (local === undefined || (isPath && !/^[/~.]/u.test(url))) return undefined;
  if (!local.startsWith(".")) return `the folder '${local}'`;
  return path.join(folder, local).startsWith("..") ? `'${local}', outside of the repository` : undefined;
}
