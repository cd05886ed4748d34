/** Finds secrets of hosts whose encrypted file has no value of that name. */

import { didYouMean, namesSpelledLike } from "../../advice/names.ts";
import { secretsFact } from "../hosts/facts/secrets.ts";
import type { HostsRule } from "../rule.ts";
import { fleetWithSops } from "../secrets/examples.ts";
import { sopsFiles } from "../secrets/sops-files.ts";
import { usedSecrets } from "../secrets/used-secrets.ts";

export const rule: HostsRule = {
  code: "sops-missing-value",
  family: "safety",
  level: "error",
  class: "certain",
  reads: "hosts",
  needs: [secretsFact],
  title: "A secret that its file does not have",
  explain:
    "`sops.secrets.<name>` names a value of an encrypted file, and the file has none of that name. Names are not encrypted, so " +
    "this can be seen without a key; sops-nix sees it when the system is built, or only when the machine starts, and then " +
    "puts no secret in place at all. Add the value with `sops FILE`, or name another one with `key`.\n\n" +
    "Left alone are files in formats other than YAML and JSON, and secrets that are a whole file.",
  example: {
    bad: fleetWithSops("  sops.secrets.wi-fi = { };\n"),
    good: fleetWithSops("  sops.secrets.wifi = { };\n"),
  },
  *check(fleet) {
    const { documents } = sopsFiles(fleet.repository);
    for (const { host, secret, file, at } of usedSecrets(fleet)) {
      const document = secret.tool === "sops" ? documents.get(file) : undefined;
      const { key, format } = secret;
      if (document?.hasNames !== true || key === null || key === "" || (format !== "yaml" && format !== "json"))
        continue;
      if (document.has(key)) continue;
      yield {
        text: `${file} has no value '${key}'`,
        hint:
          didYouMean(namesSpelledLike(key, document.names)) ??
          `add it with 'sops ${file}', or name another one with 'key'`,
        at,
        related: [{ text: "the file", at: document.at(document.metadata) }].map((it) => ({
          ...it,
          at: { file: it.at.file },
        })),
        hosts: [host.host.name],
        class: host.class,
      };
    }
  },
};
