/** What a host saves elsewhere: the jobs of restic, BorgBackup and borgmatic with their paths, and other ways of which only the name is known. */

import { fact } from "../fact.ts";

export interface BackupsFact {
  readonly jobs: readonly BackupJob[];
  /** What saves or copies whole file systems, or anything in a way of its own. */
  readonly others: readonly string[];
}

export interface BackupJob {
  readonly tool: "restic" | "borgbackup" | "borgmatic";
  readonly name: string;
  readonly paths: readonly string[];
  readonly exclude: readonly string[];
  /** Whether something else than `paths` says what is saved, such as a command that finds files. */
  readonly hasMore: boolean;
  /** Where its options are. */
  readonly option: readonly string[];
}

/** They save file systems, not folders, or are told what to save by other files. */
const others = [
  "bacula",
  "btrbk",
  "duplicati",
  "duplicity",
  "kopia",
  "rsnapshot",
  "sanoid",
  "syncoid",
  "tarsnap",
  "urbackup",
  "zrepl",
  "znapzend",
];

const nix = `
let
  listOf = value: or' [ ] (whole (if value == null then [ ] else if isList value then map text value else [ (text value) ]));
  isOn = set: or' false (set.enable == true);
  restic = pairs (name: it: {
    tool = "restic";
    inherit name;
    paths = listOf it.paths;
    exclude = listOf (it.exclude or [ ]);
    hasMore = or' true ((it.dynamicFilesFrom or null) != null || (it.command or [ ]) != [ ]);
    option = [ "services" "restic" "backups" name "paths" ];
  }) (or' { } config.services.restic.backups);
  borg = pairs (name: it: {
    tool = "borgbackup";
    inherit name;
    paths = listOf it.paths;
    exclude = listOf (it.exclude or [ ]);
    hasMore = or' true ((it.dumpCommand or null) != null || (it.patterns or [ ]) != [ ]);
    option = [ "services" "borgbackup" "jobs" name "paths" ];
  }) (or' { } config.services.borgbackup.jobs);
  borgmaticOf = name: option: it: {
    tool = "borgmatic";
    inherit name option;
    paths = listOf (it.source_directories or it.location.source_directories or [ ]);
    exclude = listOf (it.exclude_patterns or [ ]);
    hasMore = false;
  };
  borgmatic = if ! isOn (config.services.borgmatic or { }) then [ ] else
    (let own = or' null config.services.borgmatic.settings; in
      if own == null then [ ] else [ (borgmaticOf "borgmatic" [ "services" "borgmatic" "settings" "source_directories" ] own) ])
    ++ pairs (name: borgmaticOf name [ "services" "borgmatic" "configurations" name "source_directories" ]) (or' { } config.services.borgmatic.configurations);
in {
  jobs = restic ++ borg ++ borgmatic;
  others = filter (name: isOn (config.services.\${name} or { }) || or' false (attrNames (config.services.\${name}.instances or { }) != [ ]))
    [ ${others.map((name) => JSON.stringify(name)).join(" ")} ];
}
`;

export const backupsFact = fact<BackupsFact>("backups", { nixos: nix });
