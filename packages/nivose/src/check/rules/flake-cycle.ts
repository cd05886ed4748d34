/** Flakes of one repository that take each other. */

import { flakeText } from "../flakes/declared-inputs.ts";
import type { RepositoryRule } from "../rule.ts";
import type { FlakeSource, Repository } from "../source/repository.ts";
import type { RelatedPlace } from "../finding.ts";

export const rule: RepositoryRule = {
  code: "flake-cycle",
  family: "fleet",
  level: "error",
  class: "certain",
  reads: "repository",
  title: "Flakes that need each other",
  explain:
    "A flake of the repository takes another one, and in the end that one takes it. To lock either, Nix locks the other first, so it goes round " +
    "until it gives up, or locks an older state of one within the other. Move what both of them need into a flake that takes neither.",
  example: {
    bad: {
      "a/flake.nix": '{\n  inputs.b.url = "path:../b";\n\n  outputs = { b, ... }: { inherit b; };\n}\n',
      "b/flake.nix": '{\n  inputs.a.url = "path:../a";\n\n  outputs = { a, ... }: { inherit a; };\n}\n',
      "flake.nix": "{ outputs = _: { }; }\n",
    },
    good: {
      "a/flake.nix": "{ outputs = _: { }; }\n",
      "flake.nix": '{\n  inputs.a.url = "path:./a";\n\n  outputs = { a, ... }: { inherit a; };\n}\n',
    },
  },
  *check(repository) {
    const told = new Set<string>();
    for (const start of repository.flakes) {
      const cycle = cycleFrom(start, repository, [start.folder]);
      if (cycle === undefined) continue;
      const key = cycle.toSorted().join("\0");
      if (told.has(key)) continue;
      told.add(key);
      const [first, ...others] = cycle.map((folder, index) =>
        stepOf(folder, cycle[(index + 1) % cycle.length]!, repository),
      );
      if (first === undefined) continue;
      const way = [...cycle, cycle[0]!].map((folder) => `'${folder === "" ? "." : folder}'`).join(" takes ");
      yield {
        text: `the flakes need each other: ${way}`,
        at: first.at,
        related: others.filter((each) => each !== undefined),
        hint: "move what both need into a flake of its own, which takes neither of them",
      };
    }
  },
};

/** The shortest way from a flake back to itself. */
function cycleFrom(
  start: FlakeSource,
  { flakes }: Repository,
  first: readonly string[],
): readonly string[] | undefined {
  const ways: (readonly string[])[] = [first];
  const seen = new Set<string>();
  for (let way = ways.shift(); way !== undefined; way = ways.shift()) {
    for (const next of flakesTaken(flakes, way.at(-1)!)) {
      if (next === start.folder) return way;
      if (seen.has(next)) continue;
      seen.add(next);
      ways.push([...way, next]);
    }
  }
  return undefined;
}

function flakesTaken(flakes: Repository["flakes"], folder: string): readonly string[] {
  const flake = flakes.find((each) => each.folder === folder);
  return (flake?.inputs ?? []).flatMap((input) => (input.flake === undefined ? [] : [input.flake]));
}

function stepOf(from: string, to: string, { flakes }: Repository): RelatedPlace | undefined {
  const flake = flakes.find(({ folder }) => folder === from);
  const name = flake?.inputs.find((each) => each.flake === to)?.name;
  const input = name === undefined || flake === undefined ? undefined : flakeText(flake.file).inputs.get(name);
  if (flake === undefined || input === undefined) return undefined;
  return { text: `and takes '${to === "" ? "." : to}' here`, at: flake.file.at(input.at) };
}
