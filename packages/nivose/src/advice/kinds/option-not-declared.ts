import path from "node:path";
import { findDefinitions, optionNames } from "../places/option-definitions.ts";
import { declaredIn } from "../declared-elsewhere.ts";
import { type Failed, flakeFolder, type Recogniser, shortName } from "../failed.ts";
import { kindsThatHave, otherKindHint } from "../known-options.ts";
import { adviceMessages } from "../messages.ts";
import { didYouMean, namesSpelledLike, namesWith } from "../names.ts";
import { moduleFor, type PublicModule } from "../public-modules.ts";
import { namesWithin } from "../read-message.ts";
import type { Remedy } from "../../report/advice.ts";
import type { OptionNames } from "../scope.ts";
import type { HostKind } from "../../fleet/host.ts";

const NOT_DECLARED = /^(?:The option [`']([^\n]+?)' does not exist\.|attribute '([^']+)' missing)/u;

/** An option that no module declares: what it was meant to be, or whose option it is. */
export const optionNotDeclared: Recogniser = async (failed) => {
  const option = NOT_DECLARED.exec(failed.text)?.[1];
  if (option === undefined) return undefined;
  const names = namesWithin(option, failed);
  const { hint, remedies = [] } = await meant(option, names, failed);
  return failed.advise(adviceMessages["option-not-declared"](option, hint), remedies);
};

interface Meant {
  readonly hint?: string;
  readonly remedies?: readonly Remedy[];
}

/** The likeliest first: what is certain comes before what is only spelled like it. */
async function meant(option: string, names: readonly string[], failed: Failed): Promise<Meant> {
  if (/trying to declare an option by placing it into .config' rather than .options'/u.test(failed.text))
    return { hint: "it is declared in 'config': put the declaration into 'options'" };
  const folder = flakeFolder(failed.ownFiles);
  const written = deepest(names, failed);
  const [declared] = folder === undefined || written.length < LEAST_NAMES ? [] : declaredIn(folder, written, failed);
  if (declared !== undefined) {
    const file = shortName(declared, failed);
    return { hint: `${file} declares it, and is not imported`, remedies: importing(file, failed) };
  }
  const kind = failed.scope?.kind ?? undefined;
  const near = nearOptions(option, names, failed);
  const [other] =
    kind === undefined
      ? []
      : kindsThatHave(
          written,
          kinds.filter((each) => each !== kind),
        );
  if (kind !== undefined && other !== undefined)
    return { hint: otherKindHint(written, other, kind, (failed.scope?.prefix.length ?? 0) > 0) };
  const known = moduleFor(names, kind);
  if (near.length === 0 && known !== undefined) return fromPublicModule(known, kind, failed);
  const hint = didYouMean(near);
  return hint === undefined ? {} : { hint };
}

const kinds: readonly HostKind[] = ["nixos", "darwin", "home"];

/** What the user's file sets goes further down than the message says: `services.ngix` is written as `services.ngix.enable`. */
function deepest(names: readonly string[], failed: Failed): readonly string[] {
  const [place] = failed.shown;
  if (place === undefined) return names;
  const tree = failed.treeOf(place);
  const text = Buffer.from(tree.source.subarray(place.range.start, place.range.end)).toString();
  const written = optionNames(/^[^=\s]+/u.exec(text)?.[0] ?? "").option;
  // the last name of the message somewhere in what is written there, which may be inside of sets
  const at = written.indexOf(names.at(-1)!);
  return at < 0 ? names : [...names, ...written.slice(at + 1)];
}

/** Beside it, or with the same ending elsewhere. */
function nearOptions(option: string, names: readonly string[], { scope }: Failed): string[] {
  const options = scope?.options ?? undefined;
  if (options === undefined) return [];
  const { option: all } = optionNames(option);
  const prefix = all.slice(0, all.length - names.length);
  const above = names.slice(0, -1);
  const siblings = Object.keys(setAt(options, above));
  const besides = (found: readonly string[]): string[] => found.map((name) => optionText([...prefix, ...above, name]));
  const last = names.at(-1)!;
  const near = namesSpelledLike(last, siblings);
  if (near.length > 0) return besides(near);
  const ending = withEnding(options, names, []);
  if (ending.length === 0 || ending.length > MOST) return besides(namesWith(last, siblings));
  return ending.map((found) => optionText([...prefix, ...found]));
}

function setAt(options: OptionNames, path: readonly string[]): OptionNames {
  let at: OptionNames | 1 | undefined = options;
  for (const name of path) at = typeof at === "object" ? at[name] : undefined;
  return typeof at === "object" ? at : {};
}

const MOST = 3;
/** One name alone, such as `my`, says little of what is in it. */
const LEAST_NAMES = 2;

function withEnding(set: OptionNames, names: readonly string[], at: readonly string[]): string[][] {
  return Object.entries(set).flatMap(([name, inner]) => {
    const here = [...at, name];
    const fits =
      here.length > names.length && names.every((each, index) => here[here.length - names.length + index] === each);
    return [...(fits ? [here] : []), ...(inner === 1 ? [] : withEnding(inner, names, here))];
  });
}

function optionText(names: readonly string[]): string {
  return names.map((name) => (/^[a-zA-Z_<*][\w'*>-]*$/u.test(name) ? name : JSON.stringify(name))).join(".");
}

function importing(file: string, failed: Failed): Remedy[] {
  const user = failed.shown[0]?.source.name;
  const folder = flakeFolder(failed.ownFiles);
  if (user === undefined || folder === undefined) return [];
  const relative = path.relative(path.dirname(user), path.join(folder, file));
  const written = relative.startsWith(".") ? relative : `./${relative}`;
  return [{ text: `import it, such as in ${shortName(user, failed)}`, lines: [`imports = [ ${written} ];`] }];
}

function fromPublicModule({ input, url, modules }: PublicModule, kind: HostKind | undefined, failed: Failed): Meant {
  const module = kind === undefined ? Object.values(modules)[0] : modules[kind];
  const isDeclared = failed.ownFiles.some((file) =>
    failed.placeIn(file, (tree) => findDefinitions(tree, ["inputs", input])[0]),
  );
  const declaring = { text: "declare its flake in flake.nix", lines: [`inputs.${input}.url = "${url}";`] };
  return {
    hint: `it comes with ${input}, whose module is not imported`,
    remedies: [
      ...(isDeclared ? [] : [declaring]),
      { text: "add its module to those of the host, where the inputs are known", lines: [`inputs.${input}.${module}`] },
    ],
  };
}
