/** Values of another type than their options take. */

import { mend } from "../../advice/mended-value.ts";
import { adviceMessages } from "../../advice/messages.ts";
import { Edit } from "@nivose/nix/syntax";
import type { Fix, Found } from "../finding.ts";
import { failingDefinitions, type WrongType } from "../hosts/facts/failing-definitions.ts";
import { writtenValues, withoutEntry, type WrittenValue } from "../options/given-value.ts";
import { optionName } from "../options/option-name.ts";
import { isOfOtherRelease } from "../options/other-release.ts";
import type { HostsRule } from "../rule.ts";
import { isPlainlyDefined } from "../source/plain-definition.ts";
import { mayBeSecret } from "../secrets/secret-options.ts";

export const rule: HostsRule = {
  code: "wrong-type",
  family: "options",
  level: "error",
  class: "certain",
  reads: "hosts",
  needs: [failingDefinitions],
  title: "A value of another type than the option takes",
  explain:
    "Every option says what its values are, and the module system refuses any other: numbers and `true` have no quotes, a list " +
    "has brackets even around a single element, a package is `pkgs.NAME`. The finding points at the value, or at the element of " +
    "a list or a set. `nivose why HOST OPTION` shows the type and where the option is declared.\n\n" +
    "Values behind a condition that does not hold, and those that another definition with a stronger priority outweighs, are left " +
    "alone, as the module system does. On paper, types that nixpkgs computes may accept more than the real ones; of " +
    "another release than that whose options are on paper, only values are told for which it is plain what was meant, and no " +
    "number that should be a text or the other way round.",
  example: {
    bad: '{\n  services.openssh.enable = "yes";\n}\n',
    good: "{\n  services.openssh.enable = true;\n}\n",
  },
  *check({ hosts, repository }): Iterable<Found> {
    for (const each of hosts)
      for (const failing of each.fact(failingDefinitions) ?? []) {
        if (failing.kind !== "type") continue;
        const [written, ...others] = writtenValues(failing.loc, failing.definition, each, repository);
        if (written === undefined) continue;
        const { text, hint, fix } = told(failing, written);
        // another release may take it, unless it is plain what was meant; between a number and its text, types do change
        if (isOfOtherRelease(each) && (hint === undefined || isOfNumber.test(failing.definition.value))) continue;
        yield {
          text,
          hint,
          at: { ...written.at, isSecret: mayBeSecret(withoutEntry(failing.loc).names) },
          related: others.map(({ at }) => ({ text: "or here", at })),
          hosts: [each.host.name],
          class: each.class,
          ...(fix === undefined ? {} : { fix }),
        };
      }
  },
};

const isOfNumber = /^"?-?\d+"?$/u;

function told({ loc, type, definition }: WrongType, written: WrittenValue): Pick<Found, "text" | "hint" | "fix"> {
  const { names, entry } = withoutEntry(loc);
  const name = `'${optionName([], names)}'`;
  const { value } = definition;
  const mended = mend(value, type);
  const subject = entry === undefined ? name : `an element of ${name}`;
  const shown = mayBeSecret(names) ? undefined : value;
  const { text, hint } = adviceMessages["option-wrong-type"](subject, type, shown, mended?.hint);
  return { text, hint, fix: mended?.write === undefined ? undefined : fixOf(written, value, mended.write) };
}

/** Only of a value that is written down as it is. */
function fixOf({ source, ref, at }: WrittenValue, value: string, write: (value: string) => string): Fix | undefined {
  if (source === undefined || ref === undefined || source.text(ref) !== value) return undefined;
  if (!isPlainlyDefined(source.tree, ref)) return undefined;
  const instead = write(value);
  // whether there is a 'pkgs' is not known here
  if (instead === value || instead.includes("pkgs.")) return undefined;
  const splices = [Edit.replace(at.range!, instead)];
  return { title: `write ${instead}`, edits: [{ file: at.file, splices }], changesHosts: true };
}
