/** Finds encrypted files of hosts for which `.sops.yaml` has no rule. */

import { secretsFact } from "../hosts/facts/secrets.ts";
import type { HostsRule } from "../rule.ts";
import { fleetWithSops } from "../secrets/examples.ts";
import { configFor, ruleFor, sopsFiles } from "../secrets/sops-files.ts";
import { usedSecrets } from "../secrets/used-secrets.ts";

const fleet = fleetWithSops("  sops.secrets.wifi = { };\n");

export const rule: HostsRule = {
  code: "sops-file-without-rule",
  family: "safety",
  level: "warning",
  class: "certain",
  reads: "hosts",
  needs: [secretsFact],
  title: "A secret of a host that no rule gives to anybody",
  explain:
    "A host uses an encrypted file, and no rule of `.sops.yaml` fits its path. It can still be decrypted by those for whom it was " +
    "encrypted, but `sops updatekeys` fails, so that no key can be added or taken away, and a new file in its place cannot be " +
    "encrypted at all. Most often the file was moved, or its host renamed. Add a rule for it, with the key of the host.\n\n" +
    "Left alone are files with several `.sops.yaml` above them, or none, and patterns that cannot be read.",
  example: {
    bad: { ...fleet, ".sops.yaml": fleet[".sops.yaml"]!.replace("^secrets\\.yaml$", "^secrets/") },
    good: fleet,
  },
  *check(evaluated) {
    const files = sopsFiles(evaluated.repository);
    for (const { host, file } of usedSecrets(evaluated)) {
      const document = files.documents.get(file);
      const config = configFor(file, files);
      if (document === undefined || config === undefined || config.rules.length === 0) continue;
      if (ruleFor(file, config) !== "none") continue;
      yield {
        text: `no rule of ${config.file} is for ${file}`,
        hint: `add a rule with the keys of the hosts that use it, then run 'sops updatekeys ${file}'`,
        at: { file },
        related: [{ text: "the rules", at: config.at(config.rules[0]!.range) }],
        hosts: [host.host.name],
        class: host.class,
      };
    }
  },
};
