/** Definitions of options under names that they have no longer. */

import { Edit } from "@nivose/nix/syntax";
import type { OptionPath } from "../../explain/answer.ts";
import { optionPathText, readOptionPath } from "../../explain/option-path.ts";
import type { Fix, Found } from "../finding.ts";
import type { EvaluatedHost } from "../hosts/evaluated-fleet.ts";
import { optionTraits } from "../hosts/facts/option-traits.ts";
import { type DefinedOption, definedOptions, type OwnDefinition } from "../options/defined-option.ts";
import { homeOf, optionName } from "../options/option-name.ts";
import { hasWhatIsGone } from "../options/other-release.ts";
import type { HostsRule } from "../rule.ts";
import { isPlainlyDefined } from "../source/plain-definition.ts";

export const rule: HostsRule = {
  code: "renamed-option",
  family: "options",
  level: "warning",
  class: "certain",
  reads: "hosts",
  needs: [optionTraits],
  title: "An option under a name that it has no longer",
  explain:
    "The option was renamed. The old name still works and warns at every evaluation, until it is removed one day. The fix writes " +
    "the new name where the old one stands, if that is all there is to do: not where the old option has become another one with " +
    "values of another kind, and not where the new name would have to be written elsewhere.\n\n" +
    "Names that are mere aliases, and that manuals show as such, are left alone. So are hosts of an earlier release than that whose " +
    "options are on paper, which may have no other name.",
  example: {
    bad: "{\n  services.openssh.passwordAuthentication = false;\n}\n",
    good: "{\n  services.openssh.settings.PasswordAuthentication = false;\n}\n",
  },
  *check({ hosts, repository }): Iterable<Found> {
    for (const each of hosts) {
      if (!hasWhatIsGone(each, repository)) continue;
      const renames = new Map((each.record?.modules.renames ?? []).map((it) => [keyOf(it.from), it]));
      const traits = new Map((each.fact(optionTraits) ?? []).map((it) => [keyOf(it.path), it]));
      const options = definedOptions(each, repository);
      const defined = new Set(options.filter(({ own }) => own.length > 0).map(({ path }) => keyOf(path)));
      for (const option of options) {
        const rename = renames.get(keyOf(option.path));
        const trait = traits.get(keyOf(option.path));
        // on paper, the warning says whether it takes the same values under its new name
        const named = RENAMED.exec(trait?.notice ?? "")?.[1];
        const target = named === undefined ? rename?.to : readOptionPath(named);
        if (target === undefined || trait?.isHidden !== true) continue;
        const to = withinHome(option.path, target);
        const isRenamed = rename?.isMerged !== true && (!each.isOnPaper || named !== undefined);
        const isSame = isRenamed && !defined.has(keyOf(to));
        yield* told(option, to, isSame, each);
      }
    }
  },
};

function* told({ path, own }: DefinedOption, to: OptionPath, isSame: boolean, host: EvaluatedHost): Iterable<Found> {
  for (const each of own) {
    const fix = isSame ? fixOf(each, path, to) : undefined;
    yield {
      text: `'${optionName([], path)}' was renamed to '${optionName([], to)}'`,
      at: each.at,
      hint: `write '${optionName([], to)}'`,
      hosts: [host.host.name],
      class: host.class,
      ...(fix === undefined ? {} : { fix }),
    };
  }
}

const RENAMED = /has been renamed to [`'](.*)'/u;

/** The new name as the whole way from the top of the host, of a home as well. */
function withinHome(from: OptionPath, to: OptionPath): OptionPath {
  return homeOf(from) === undefined || homeOf(to) !== undefined ? to : [...from.slice(0, 3), ...to];
}

/** In place, if all that is around the binding is around the new name, too. */
function fixOf({ source, place, raw }: OwnDefinition, from: OptionPath, to: OptionPath): Fix | undefined {
  if (source === undefined || place === undefined || place.attrPath === place.name) return undefined;
  const { tree } = source;
  if (!isPlainlyDefined(tree, place.binding)) return undefined;
  const names = tree.children(place.attrPath);
  const count = names.indexOf(place.name) + 1;
  const outside = from.length - count;
  if (!from.slice(0, outside).every((name, index) => name === to[index]) || to.length <= outside) return undefined;
  const written = optionPathText(to.slice(outside));
  const range = { start: tree.start(names[0]!), end: tree.end(place.name) };
  return {
    title: `rename it to ${written}`,
    edits: [{ file: source.name, splices: [Edit.replace(range, written)] }],
    // the order in which lists are put together may be another one
    ...(raw.elements === undefined ? {} : { changesHosts: true }),
  };
}

function keyOf(path: OptionPath): string {
  return JSON.stringify(path);
}
