/** State of services that the backup of their host leaves out. */

import { catalogue } from "../../services/catalogue.ts";
import type { State } from "../../services/operation.ts";
import type { EvaluatedHost } from "../hosts/evaluated-fleet.ts";
import { backupsFact } from "../hosts/facts/backups.ts";
import { networkFact } from "../hosts/facts/network.ts";
import { optionPlace } from "../hosts/option-place.ts";
import { isMistaken } from "../hosts/mistaken.ts";
import type { HostsRule } from "../rule.ts";
import { backedUp } from "../services/backed-up.ts";
import { mayHaveMore } from "../services/enabled.ts";
import { type RunningService, runningServices } from "../services/running.ts";
import { listed } from "../services/words.ts";

export const rule: HostsRule = {
  code: "state-without-backup",
  family: "services",
  level: "note",
  class: "heuristic",
  reads: "hosts",
  needs: [backupsFact, networkFact, runningServices],
  title: "A backup that leaves out the state of a service",
  explain:
    "The host saves folders elsewhere, by restic, BorgBackup or borgmatic, and a service of it keeps its state in a folder that is in none of " +
    "these jobs. After a disk has failed it would be gone.\n\n" +
    "Add the folder to the paths of a job, or the folder in which the service makes copies of itself, where it does. If it can be had again, a " +
    "comment says so.\n\n" +
    "Left alone are hosts that save nothing, or in another way as well, such as snapshots of file systems; caches and figures; and " +
    "services that were told to keep their state elsewhere.",
  example: {
    bad: `{
  services.restic.backups.all = {
    repository = "sftp:backup@nas:/srv/machine";
    passwordFile = "/etc/restic/password";
    paths = [ "/home" ];
  };
  services.vaultwarden.enable = true;
}
`,
    good: `{
  services.restic.backups.all = {
    repository = "sftp:backup@nas:/srv/machine";
    passwordFile = "/etc/restic/password";
    paths = [
      "/home"
      "/var/lib/bitwarden_rs"
    ];
  };
  services.vaultwarden.enable = true;
}
`,
  },
  *check(fleet) {
    for (const host of fleet.hosts) {
      const backups = host.fact(backupsFact);
      const network = host.fact(networkFact);
      if (backups === undefined || network === undefined || mayHaveMore(network)) continue;
      for (const running of host.fact(runningServices) ?? []) {
        if (!isOwn(running, host) || isMistaken([running.path], host)) continue;
        const { title } = catalogue[running.service]!;
        const missed = keptBy(running, host).filter(({ path, dump }) =>
          [path, dump?.path].every((each) => each === undefined || backedUp(each, backups) === "missed"),
        );
        if (missed.length === 0) continue;
        const folders = missed.map(({ path, dump }) => dump?.path ?? path);
        const option = backups.jobs[0]!.option;
        yield {
          text: `the backup of ${host.host.name} leaves out ${listed(folders)}, where ${title} keeps its state`,
          at: optionPlace([[...running.path, "enable"], running.path], host, fleet),
          hint: `add ${folders.length > 1 ? "these folders" : "the folder"} to ${option.join(".")}`,
          hosts: [host.host.name],
        };
      }
    }
  },
};

/** Whether the fleet itself turns it on. */
function isOwn({ path }: RunningService, { record }: EvaluatedHost): boolean {
  return (record?.options ?? []).some(
    ({ path: option }) =>
      option.length === path.length + 1 &&
      option.at(-1) === "enable" &&
      path.every((name, index) => option[index] === name),
  );
}

/** Folders of which it is known where they are, and that would be missed. */
function keptBy({ service, path }: RunningService, { record }: EvaluatedHost): readonly State[] {
  const { state = [], offers = [] } = catalogue[service]!;
  // figures of the past are missed by few, and are large
  if (offers.some(({ kind }) => kind === "metrics-store")) return [];
  const isSet = (option: string): boolean => {
    const whole = [...path, ...option.split(".")];
    return (record?.options ?? []).some(({ path: each }) => whole.every((name, index) => each[index] === name));
  };
  return state.filter(
    ({ path: folder, option, below, isDisposable }) =>
      isDisposable !== true &&
      !folder.includes("*") &&
      ![option, below].some((each) => each !== undefined && isSet(each)),
  );
}
