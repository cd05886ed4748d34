/** Inputs that only some people and machines can fetch. */

import type { DeclaredInput, InputSetting } from "../flakes/declared-inputs.ts";
import { flakeText, settingOf } from "../flakes/declared-inputs.ts";
import type { Example, RepositoryRule } from "../rule.ts";

export const rule: RepositoryRule = {
  code: "private-input",
  family: "fleet",
  level: "note",
  class: "certain",
  reads: "repository",
  title: "An input that needs a key to be fetched",
  explain:
    "The input comes by SSH, so Nix needs a key that the server knows. Nix fetches all inputs that an evaluation touches before it " +
    "says anything, and so does everything without the key fail: CI, a new machine, a colleague, other flakes that take this one. " +
    "If the repository is public, take it by `github:` or `git+https:`. If it is private for a good reason, allow the finding and say so, " +
    "and give the machines that evaluate the fleet a key of their own (a deploy key, `access-tokens` in `nix.conf`).",
  example: {
    bad: exampleFlake("git+ssh://git@github.com/nix-community/disko"),
    good: exampleFlake("github:nix-community/disko"),
  },
  *check({ flakes }) {
    for (const { file } of flakes) {
      for (const input of flakeText(file).inputs.values()) {
        const found = bySsh(input);
        if (found === undefined) continue;
        yield {
          text: `'${input.name}' can be fetched only with a key for ${found.server}`,
          at: file.at(found.setting.value),
          hint: "take it by 'github:' or 'git+https:' if it is public; otherwise give CI and new machines a key, and allow this",
        };
      }
    }
  },
};

function bySsh(input: DeclaredInput): { readonly server: string; readonly setting: InputSetting } | undefined {
  const setting = settingOf(input, "url");
  const [, server] = /^(?:git\+ssh|hg\+ssh|ssh):\/\/(?:[^@/]*@)?([^/:?]+)/u.exec(setting?.text ?? "") ?? [];
  return setting === undefined || server === undefined ? undefined : { server, setting };
}

function exampleFlake(url: string): Example {
  return { "flake.nix": `{\n  inputs.disko.url = "${url}";\n\n  outputs = { disko, ... }: { inherit disko; };\n}\n` };
}
