/** Finds hosts that use an encrypted file which they cannot decrypt. */

import type { Found } from "../finding.ts";
import { secretsFact } from "../hosts/facts/secrets.ts";
import type { HostsRule } from "../rule.ts";
import { fleetWithSops } from "../secrets/examples.ts";
import { keysOfHost } from "../secrets/host-keys.ts";
import { configFor, ruleFor, sopsFiles, type SopsConfig, type SopsDocument } from "../secrets/sops-files.ts";
import { type HostSecret, usedSecrets } from "../secrets/used-secrets.ts";

export const rule: HostsRule = {
  code: "sops-host-left-out",
  family: "safety",
  level: "error",
  class: "heuristic",
  reads: "hosts",
  needs: [secretsFact],
  title: "A host that cannot decrypt its secrets",
  explain:
    "A host uses a secret from a file that is not encrypted for it. It is found out when the machine starts: sops-nix then " +
    "puts none of its secrets in place. Add the key of the host to the rule of the file in `.sops.yaml`, then run `sops updatekeys FILE`. " +
    "The key of a host is made from its SSH host key with `ssh-to-age`; for a machine that is still to be installed, " +
    "make that key first.\n\n" +
    "Which key is that of a host is known by the name of its anchor (`&luna`, `&host_luna`). If other hosts have one and " +
    "this one has none, that is told, too. It stays a guess, since a key may be named after something else. Left alone are hosts that " +
    "decrypt with a file of keys of their own (`sops.age.keyFile`) or with GnuPG, and secrets of homes.",
  example: {
    bad: fleetWithSops("  sops.secrets.wifi = { };\n", ["ada"]),
    good: fleetWithSops("  sops.secrets.wifi = { };\n", ["ada", "luna"]),
  },
  *check(fleet) {
    const files = sopsFiles(fleet.repository);
    const names = fleet.hosts.map(({ host }) => host.name);
    const told = new Set<string>();
    for (const used of usedSecrets(fleet)) {
      const config = configFor(used.file, files);
      const document = files.documents.get(used.file);
      if (used.secret.tool !== "sops" || config === undefined || document === undefined || !usesHostKey(used)) continue;
      const key = `${used.host.host.attribute} ${used.file}`;
      const found = told.has(key) ? undefined : leftOut(used, document, config, names);
      if (found === undefined) continue;
      told.add(key);
      yield { ...found, at: used.at, hosts: [used.host.host.name] };
    }
  },
};

function usesHostKey({ user: { home, sshKeyPaths, keyFile, hasGnupg } }: HostSecret): boolean {
  return home === null && keyFile === null && !hasGnupg && sshKeyPaths !== null && sshKeyPaths.length > 0;
}

function leftOut(
  { host, file }: HostSecret,
  { groups }: SopsDocument,
  config: SopsConfig,
  names: readonly string[],
): Omit<Found, "at"> | undefined {
  const { name } = host.host;
  const given = groups.flat();
  const keys = keysOfHost(name, config);
  const update = `then run 'sops updatekeys ${file}'`;
  if (keys.length > 0) {
    if (given.some(({ id }) => keys.some(({ text }) => text === id))) return undefined;
    const rule = ruleFor(file, config);
    const isInRule =
      rule !== "none" && rule?.groups.flatMap((it) => it.keys).some(({ id }) => keys.some(({ text }) => text === id));
    return {
      text: `${name} cannot decrypt ${file}: the file is not encrypted for its key`,
      hint:
        isInRule === true
          ? `run 'sops updatekeys ${file}'`
          : `add '*${keys[0]!.anchor}' to the rule of the file in ${config.file}, ${update}`,
      related: [{ text: "the key of the host", at: config.at(keys[0]!.range) }],
    };
  }
  // where others have a key of their name, each that decrypts has one
  const others = names.filter((other) => other !== name && keysOfHost(other, config).length > 0);
  const strangers = given.filter(({ id }) => !config.anchors.some(({ text }) => text === id));
  if (others.length === 0 || strangers.length > 0) return undefined;
  const known = config.anchors.filter(({ text }) => given.some(({ id }) => id === text));
  const isOfSomebodyElse = known.every(
    ({ anchor, text }) =>
      names.some((other) => keysOfHost(other, config).some((key) => key.text === text)) || isPerson(anchor ?? ""),
  );
  if (!isOfSomebodyElse) return undefined;
  return {
    text: `${name} has no key in ${config.file}, as ${others[0]} has, and cannot decrypt ${file}`,
    hint:
      `make its SSH host key before it is installed, add what 'ssh-to-age' prints as '&${name.replaceAll(/[^\w-]/gu, "_")}' and to the rule of the ` +
      `file, ${update}, and put the key in place when the machine is installed`,
  };
}

function isPerson(anchor: string): boolean {
  return /^(?:user|admin|operator|person|owner)s?[-_]|[-_](?:user|admin|yubikey|pgp)$/iu.test(anchor);
}
