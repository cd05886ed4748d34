/** What can be said about a part of a repository: a module, a package, a shell. */

import type { MessageDefinitions } from "@nivose/nix/message";
import { messageBuilders } from "@nivose/nix/message";

export const placeMessageDefinitions = {
  "part-name": {
    kind: "mistake",
    title: "A name that no part of a repository can have",
    explain:
      "The name becomes the name of a file, of an attribute and of an option. So it begins with a letter or an underscore, goes on with letters, digits, dashes " +
      "and underscores, and is no word of Nix such as `let`, nor `default`, which is the name of the file that reads the others. Nothing was written.",
    text: (kind: string, name: string, why: string) => `no ${kind} can be called '${name}': ${why}`,
    hint: () => "choose a name of letters, digits, dashes and underscores",
  },
  "part-exists": {
    kind: "mistake",
    title: "A name that is taken",
    explain:
      "There is a file, an option or an attribute of this name already, and it is another one than would be written. Nothing was written.",
    text: (kind: string, name: string, what: string) => `there can be no other ${kind} '${name}': ${what}`,
    hint: () => "choose another name, or change what is there",
  },
  "part-missing": {
    kind: "mistake",
    title: "Something to remove that is not there",
    explain: "What is to be removed was looked for where such parts are. Nothing was written.",
    text: (kind: string, name: string, where: string, _near?: string) => `there is no ${kind} '${name}': ${where}`,
    hint: (_kind: string, _name: string, _where: string, near?: string) =>
      near === undefined ? undefined : `did you mean '${near}'?`,
  },
  "part-used": {
    kind: "mistake",
    title: "Something to remove that is still used",
    explain:
      "Without it the repository would not evaluate, or would mean something else. Each place that refers to it is told. Nothing was written.",
    text: (kind: string, name: string, where: string) => `the ${kind} '${name}' is still used: ${where}`,
    hint: () => "take it out there first",
  },
  "part-changed": {
    kind: "mistake",
    title: "Something to remove that has more in it than what was written",
    explain:
      "`nivose add` writes a beginning, and this file is another one than it would write: somebody has worked on it, or it is older than " +
      "that. It is taken away only if that is said by `--changed-too`; what refers to it is looked for all the same. Nothing was written.",
    text: (kind: string, name: string, file: string) =>
      `${file} is not as 'nivose add ${kind} ${name}' would write it, and would be deleted`,
    hint: () => "add '--changed-too' if all of it is to go",
  },
  "part-unwired": {
    kind: "limit",
    title: "A file that is not written as it was expected",
    explain:
      "For a part to take part, a file has to name it: in a list, in a set, in a table. This file is there, and what should name the part is not " +
      "found in it. Nothing was written.",
    text: (file: string, what: string) => `${file} has no ${what}`,
    hint: () => "write it there, or name the part there by hand",
  },
  "part-platform": {
    kind: "mistake",
    title: "A platform that has no such parts here",
    explain:
      "Some parts belong to one platform, and this repository has a place for them on the platforms that are named. Nothing was written.",
    text: (kind: string, platform: string, _known: string) =>
      `there is no place for ${withArticle(kind)} of ${platform} here`,
    hint: (_kind: string, _platform: string, known: string) =>
      known === "" ? "leave the platform out" : `the platforms are ${known}`,
  },
  "flake-cycle": {
    kind: "mistake",
    title: "A flake that would be an input of itself",
    explain:
      "Flakes of one repository take each other as inputs. If one that a new flake takes leads back to it, however far round, neither can be locked. Nothing was written.",
    text: (name: string, way: string) => `${name} would be an input of itself: ${way}`,
    hint: () => "take something that both need into a flake of its own",
  },
  "flake-input-unknown": {
    kind: "mistake",
    title: "An input that is no flake of the repository",
    explain: "A new flake takes others of the same repository, by the names of their folders. Nothing was written.",
    text: (name: string, _near?: string) => `there is no flake '${name}' in this repository`,
    hint: (_name: string, near?: string) => (near === undefined ? undefined : `did you mean '${near}'?`),
  },
  "package-outside": {
    kind: "mistake",
    title: "A source that is not in the repository",
    explain:
      "A flake can build only what is in its repository, or what it fetches by an input. The source is taken from where it is, so it has to be in the repository, at a " +
      "path that Nix can write: of letters, digits and `._+-`. Nothing was written.",
    text: (folder: string) => `${folder} is no folder of this repository that a package can be made from`,
    hint: () => "copy it into the repository first",
  },
  "package-unknown": {
    kind: "mistake",
    title: "A source whose language is not known",
    explain:
      "What a package is made with is found out from `pyproject.toml`, `package.json`, `go.mod` or `Cargo.toml`. There is none of them, or more than one. Nothing was written.",
    text: (folder: string, found: string) =>
      found === "" ? `${folder} has no manifest that is known` : `${folder} has more than one manifest: ${found}`,
    hint: () => "say which by --language",
  },
  "site-no-place": {
    kind: "limit",
    title: "A repository in which it is not clear where such a part belongs",
    explain:
      "Parts go to where their siblings are, and take part as these do. In this repository there are none of this kind, or they are found in a way that is " +
      "not understood: by a function, or under names that are computed. Nothing was written.",
    text: (kind: string, looked: string, _there?: string) =>
      `it is not clear where ${withArticle(kind)} belongs here: ${looked}`,
    hint: (kind: string, _looked: string, there?: string) =>
      there === undefined
        ? `write the first ${kind} by hand; the next ones are put beside it`
        : `if ${there} named them one by one, or took all of a folder, the next one would be put there`,
  },
} satisfies MessageDefinitions;

export const placeMessages = messageBuilders(placeMessageDefinitions);

function withArticle(kind: string): string {
  return /^[aeiou]/u.test(kind) ? `an ${kind}` : `a ${kind}`;
}
