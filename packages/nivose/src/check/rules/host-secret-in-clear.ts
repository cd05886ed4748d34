/** Finds hosts that take a secret from a file that nobody has encrypted, where only the evaluation tells which file. */

import { secretsFact } from "../hosts/facts/secrets.ts";
import type { HostsRule } from "../rule.ts";
import { fleetWithSops } from "../secrets/examples.ts";
import { filesInClear, howToEncrypt } from "../secrets/files-in-clear.ts";
import { usedSecrets } from "../secrets/used-secrets.ts";

const plain = fleetWithSops('  sops.secrets.wifi.sopsFile = ./. + "/secrets/${"luna"}.yaml";\n');
const fleet = { ...plain, ".sops.yaml": plain[".sops.yaml"]!.replace("^secrets\\.yaml$", "^secrets") };

export const rule: HostsRule = {
  code: "host-secret-in-clear",
  family: "safety",
  level: "error",
  class: "certain",
  reads: "hosts",
  needs: [secretsFact],
  title: "A host that takes a secret from a file in clear",
  explain:
    "The name of the file of a secret is computed, and the file of that name is not encrypted. Everybody who can read the " +
    "repository has the secret, and the machine does not get it, because sops-nix and agenix take encrypted files only. Encrypt " +
    "the file with `sops encrypt --in-place FILE`, make a new secret, and revoke this one.\n\n" +
    "Of files that modules name by whole paths `sops-file-in-clear` tells. Left alone is what it leaves alone.",
  example: {
    bad: { ...fleet, "secrets/luna.yaml": "wifi: kohlrabi-42-blau\n" },
    good: { ...fleet, "secrets/luna.yaml": plain["secrets.yaml"]! },
  },
  *check(evaluated) {
    const files = filesInClear(evaluated.repository);
    for (const { host, secret, file, at } of usedSecrets(evaluated)) {
      const clear = files.get(file);
      if (clear === undefined || clear.named !== undefined) continue;
      yield {
        text: `the secret '${secret.name}' is taken from ${file}, which is not encrypted`,
        hint: `${howToEncrypt(file)}, and make a new secret: this one is in the history of the repository`,
        at,
        related: [{ text: "the file", at: { file } }],
        hosts: [host.host.name],
        class: host.class,
      };
    }
  },
};
