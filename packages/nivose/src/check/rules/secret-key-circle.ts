/** Finds machines whose secrets need a key that only a secret would give them, or that is not there yet. */

import { optionPlace } from "../hosts/option-place.ts";
import type { Found } from "../finding.ts";
import type { EvaluatedFleet, EvaluatedHost } from "../hosts/evaluated-fleet.ts";
import { type SecretsFact, secretsFact, type SecretsUser } from "../hosts/facts/secrets.ts";
import type { HostsRule } from "../rule.ts";
import { fleetWithSops } from "../secrets/examples.ts";

export const rule: HostsRule = {
  code: "secret-key-circle",
  family: "safety",
  level: "error",
  class: "certain",
  reads: "hosts",
  needs: [secretsFact],
  title: "A key that is itself a secret, or not there yet",
  explain:
    "sops-nix decrypts with a key that has to be on the machine before. Here the key is at a path at which sops-nix puts " +
    "a secret, so that each waits for the other. Or the root file system is empty after each start (`tmpfs`), and the key lies " +
    "on it: what persists `/etc/ssh` or the like has not been at work when the secrets of users are decrypted. Let " +
    "`sops.age.sshKeyPaths` or `sops.age.keyFile` name a path on a file system that stays, with `neededForBoot = true`, and put the key " +
    "there when the machine is installed (`nixos-anywhere --extra-files`).",
  example: {
    bad: fleetWithSops('  sops.secrets.wifi = { };\n  sops.age.keyFile = "/run/secrets/wifi";\n'),
    good: fleetWithSops('  sops.secrets.wifi = { };\n  sops.age.keyFile = "/var/lib/sops-nix/key.txt";\n'),
  },
  *check(fleet) {
    for (const host of fleet.hosts) {
      const known = host.fact(secretsFact);
      for (const user of known?.users ?? []) {
        const found = circle(user, host, fleet) ?? notThere(user, known!, host, fleet);
        if (found !== undefined) yield { class: host.class, hosts: [host.host.name], ...found };
      }
    }
  },
};

function circle(
  { home, secrets, keyFile, sshKeyPaths }: SecretsUser,
  host: EvaluatedHost,
  fleet: EvaluatedFleet,
): Found | undefined {
  const paths = new Set(secrets.filter(({ tool }) => tool === "sops").map(({ path }) => path));
  const isFile = keyFile !== null && paths.has(keyFile);
  // another key may do
  const isSsh =
    keyFile === null && sshKeyPaths !== null && sshKeyPaths.length > 0 && sshKeyPaths.every((path) => paths.has(path));
  if (!isFile && !isSsh) return undefined;
  const option = isFile ? ["sops", "age", "keyFile"] : ["sops", "age", "sshKeyPaths"];
  return {
    text: `the secrets of ${host.host.name} are decrypted with ${isFile ? keyFile : sshKeyPaths![0]}, which is a secret itself`,
    hint: "keep the key outside of sops-nix, and put it in place when the machine is installed",
    at: optionPlace([[...prefixOf(home), ...option]], host, fleet),
  };
}

function notThere(
  { home, secrets, keyFile, sshKeyPaths }: SecretsUser,
  { mounts, rootType }: SecretsFact,
  host: EvaluatedHost,
  fleet: EvaluatedFleet,
): Found | undefined {
  const early = secrets.find(({ tool, neededForUsers }) => tool === "sops" && neededForUsers);
  if (early === undefined || home !== null || rootType !== "tmpfs" || sshKeyPaths === null) return undefined;
  const keys = [...sshKeyPaths, ...(keyFile === null ? [] : [keyFile])];
  const isKept = (path: string): boolean => mounts.some((mount) => path.startsWith(`${mount}/`));
  // the store comes with the system
  if (keys.length === 0 || keys.some((path) => isKept(path) || path.startsWith("/nix/"))) return undefined;
  return {
    text: `'${early.name}' is needed before users are made, and ${keys[0]} lies on a root file system that is empty by then`,
    hint: "name the key by its path on a file system that stays, and set 'neededForBoot' for that",
    // something else may bring the key early enough
    class: "heuristic",
    at: optionPlace(
      [
        ["sops", "age", "sshKeyPaths"],
        ["sops", "secrets", early.name],
      ],
      host,
      fleet,
    ),
  };
}

function prefixOf(home: string | null): readonly string[] {
  return home === null ? [] : ["home-manager", "users", home];
}
