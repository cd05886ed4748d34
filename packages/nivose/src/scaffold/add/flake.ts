/** A flake beside others in one repository. */

import { nearest } from "@nivose/nix/syntax";
import type { GrowProblem } from "../growth.ts";
import { nixName, nixString } from "../nix.ts";
import { formatterOf } from "../parts/shells.ts";
import { placeMessages } from "../place/messages.ts";
import { partValues } from "../place/part-values.ts";
import { fillPattern, type PatternValues } from "../place/pattern.ts";
import { placesOf } from "../place/places-of.ts";
import { nixpkgsOf, releaseOf } from "../place/release-of.ts";
import type { Site } from "../site/site.ts";
import { siblingsOf, wayBetween } from "./flake/graph.ts";
import { lockOfNew } from "./flake/lock.ts";
import type { PartAdder, PartRequest } from "./part.ts";

export interface FlakeRequest extends PartRequest {
  /** Folders of the flakes that it takes. */
  readonly inputs?: readonly string[];
}

export const flake: PartAdder<FlakeRequest> = {
  kind: "flake",
  draw(site, { name, description, inputs = [] }, templates) {
    const found = placesOf(site, "flake");
    if ("problem" in found) return { problems: [found.problem] };
    const problems = inputs.flatMap((input) => faultOfInput(site, name, input));
    if (problems.length > 0) return { problems };
    const [place] = found.places;
    const taken = inputs.toSorted();
    const siblings = new Map(taken.map((input) => [input, sharedInputs(site, input, taken)]));
    const values: PatternValues = {
      ...partValues(name, description ?? `The flake \`${name}\``),
      inputs: `[ ${taken.map((input) => nixString(input)).join(" ")} ]`,
      edges: taken.length === 0 ? name : `${name.padEnd(18)} -> ${taken.join(", ")}`,
    };
    const text = templates.fill("shared/parts/flake.nix", {
      description: values.quoted!,
      nixpkgs: nixString(nixpkgsOf(site)),
      siblings: [...siblings].map(([input, shared]) => inputText(input, shared)),
      nixfmt: formatterOf(releaseOf(site)),
    });
    const path = fillPattern(place.path, values);
    const source =
      taken[0] ?? site.repository.flakes.find((each) => each.folder !== "" && each.folder !== name)?.folder;
    const lock = source === undefined ? undefined : lockOfNew(site, { siblings, nixpkgsOf: source });
    return {
      parts: [
        {
          kind: "flake",
          place,
          values,
          files: [
            { path, text },
            ...(lock === undefined ? [] : [{ path: path.replace(/flake\.nix$/u, "flake.lock"), text: lock }]),
          ],
        },
      ],
      notes:
        lock === undefined
          ? [`${name} is not locked yet: the lock files beside it do not tell enough. 'nivose lock' does it.`]
          : [],
      next: [{ command: `nix flake show ./${name}`, does: "shows what it has" }],
    };
  },
  obstacles({ repository }, { name }) {
    if (!repository.exists(name) || repository.exists(`${name}/flake.nix`)) return [];
    return [{ message: placeMessages["part-exists"]("flake", name, "there is a file or a folder of that name") }];
  },
  recall: (site, request) => ({ ...request, inputs: siblingsOf(site, request.name) }),
};

function faultOfInput(site: Site, name: string, input: string): GrowProblem[] {
  const folders = site.repository.flakes.map(({ folder }) => folder);
  if (input === name) return [{ message: placeMessages["flake-cycle"](name, `${name} → ${name}`) }];
  if (!folders.includes(input))
    return [{ message: placeMessages["flake-input-unknown"](input, nearest(input, folders)) }];
  const way = wayBetween(site, input, name);
  return way === undefined ? [] : [{ message: placeMessages["flake-cycle"](name, [name, ...way].join(" → ")) }];
}

/** What a sibling takes that the new flake takes, too: one of each is enough. */
function sharedInputs({ repository }: Site, sibling: string, taken: readonly string[]): readonly string[] {
  const own = repository.flakes.find(({ folder }) => folder === sibling)?.inputs ?? [];
  return own.map(({ name }) => name).filter((name) => name === "nixpkgs" || taken.includes(name));
}

function inputText(name: string, shared: readonly string[]): string {
  const follows = shared.map((each) => `${nixName(each)}.follows = ${nixString(each)};`);
  if (follows.length === 0) return `${nixName(name)}.url = ${nixString(`path:../${name}`)};`;
  const inner = follows.length === 1 ? `inputs.${follows[0]}` : `inputs = { ${follows.join(" ")} };`;
  return `${nixName(name)} = {\n  url = ${nixString(`path:../${name}`)};\n  ${inner}\n};`;
}
