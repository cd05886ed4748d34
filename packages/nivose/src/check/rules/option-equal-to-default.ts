/** Definitions that say what the default of the option says. */

import { USUAL_PRIORITY } from "../../explain/priority.ts";
import type { Found } from "../finding.ts";
import type { EvaluatedHost } from "../hosts/evaluated-fleet.ts";
import { optionTraits } from "../hosts/facts/option-traits.ts";
import { type DefinedOption, definedOptions, isShownWhole, type OwnDefinition } from "../options/defined-option.ts";
import { optionName } from "../options/option-name.ts";
import { isOfOtherRelease } from "../options/other-release.ts";
import { removeBinding } from "../options/remove-binding.ts";
import type { HostsRule } from "../rule.ts";
import { isPlainlyDefined } from "../source/plain-definition.ts";
import { mayBeSecret } from "../secrets/secret-options.ts";

export const rule: HostsRule = {
  code: "option-equal-to-default",
  family: "options",
  level: "note",
  class: "certain",
  reads: "hosts",
  needs: [optionTraits],
  isPedantic: true,
  title: "A definition that equals the default",
  explain:
    "The option is given the value that it has anyhow, on every host of the fleet that has this definition. The fix removes it, and " +
    "no host is another one afterwards. Some say such things on purpose, so that they stay when a default changes: that is why the " +
    "rule is asked for by `--pedantic` only.\n\n" +
    "Both values are those of the evaluation, not of the text. A definition is left alone if it has a priority of its own " +
    "(`mkDefault`, `mkForce`) or a condition, if anybody else defines the option, if the default depends on other options, as that " +
    "of `system.stateVersion` does, or if it is shared with a host on which it says something else. On paper, what modules of " +
    "nixpkgs define is not known, and the derivation of a system lists the options that are defined, so that there it is another one.",
  example: {
    bad: "{\n  services.openssh.enable = true;\n  services.openssh.openFirewall = true;\n}\n",
    good: "{\n  services.openssh.enable = true;\n}\n",
  },
  *check({ hosts, repository }): Iterable<Found> {
    const equal = new Map<string, { readonly found: Found; readonly hosts: string[] }>();
    const needed = new Set<string>();
    for (const each of hosts) {
      // what is needed where nothing is known is not known either
      if (each.problem !== undefined) return;
      // defaults are not the same in every release
      if (isOfOtherRelease(each)) return;
      const plain = new Set(
        (each.fact(optionTraits) ?? []).flatMap((it) => (it.hasPlainDefault ? [keyOf(it.path)] : [])),
      );
      for (const option of definedOptions(each, repository)) {
        const only = plain.has(keyOf(option.path)) ? equalToDefault(option) : undefined;
        for (const definition of option.own) {
          const key = JSON.stringify(definition.at);
          if (definition !== only) needed.add(key);
          else if (equal.has(key)) equal.get(key)!.hosts.push(each.host.name);
          else equal.set(key, { found: told(option, definition, each), hosts: [each.host.name] });
        }
      }
    }
    for (const [key, { found, hosts: names }] of equal) if (!needed.has(key)) yield { ...found, hosts: names };
  },
};

/** The only definition of the option, if it says the same as the default. */
function equalToDefault({ path, answer, own, active }: DefinedOption): OwnDefinition | undefined {
  const [only] = own;
  if (only === undefined || active.length !== 1 || only.place === undefined || only.judged.priority !== USUAL_PRIORITY)
    return undefined;
  const all = answer.definitions ?? [];
  const fallback = all.find(({ isDefault }) => isDefault)?.value;
  // the release that a host was installed with is no default, whatever it happens to be
  if (path.at(-1) === "stateVersion") return undefined;
  const isAlone = all.length === 2 && only.raw.around.length === 0;
  return isAlone && isShownWhole(fallback) && fallback === only.raw.value && answer.works ? only : undefined;
}

function told({ path }: DefinedOption, { at, raw, source, place }: OwnDefinition, host: EvaluatedHost): Found {
  const splice = isPlainlyDefined(source!.tree, place!.binding) ? removeBinding(source!, place!) : undefined;
  return {
    text: `'${optionName([], path)}' is ${mayBeSecret(path) ? "this" : raw.value} by default, too`,
    at,
    hint: "remove it",
    class: host.class,
    fix:
      splice === undefined
        ? undefined
        : {
            title: "remove the definition",
            edits: [{ file: source!.name, splices: [splice] }],
            // a system on paper lists the options that are defined
            changesHosts: host.isOnPaper,
          },
  };
}

function keyOf(path: readonly string[]): string {
  return JSON.stringify(path);
}
