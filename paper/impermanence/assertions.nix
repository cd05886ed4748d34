# What impermanence demands of file systems and paths, in its own words.
{
  config,
  lib,
  places,
}:
let
  inherit (import ./lib.nix { inherit lib; }) duplicates parentsOf;
  inherit (places) files directories;

  paths = list: lib.concatStringsSep "\n      " list;

  # A path that is no mount point itself is of no concern.
  neededForBoot = path: config.fileSystems.${path}.neededForBoot or true;
  late = lib.filter (path: !neededForBoot path);

  storage = lib.unique (lib.catAttrs "persistentStoragePath" (files ++ directories));
  filePaths = lib.catAttrs "filePath" files;
  dirPaths = lib.catAttrs "dirPath" directories;
  above = lib.unique (lib.concatMap parentsOf (filePaths ++ dirPaths));

  none = offenders: message: {
    assertion = offenders == [ ];
    message = message (paths offenders);
  };
in
lib.flatten (
  places.assertions ++ lib.catAttrs "assertions" files ++ lib.catAttrs "assertions" directories
)
++ [
  (none (late storage) (list: ''
    environment.persistence:
        All filesystems used for persistent storage must
        have the option "neededForBoot" set to true.

        Please fix the following filesystems:
          ${list}
  ''))
  (none (late above) (list: ''
    environment.persistence:
        All filesystems used for ephemeral storage must
        have the option "neededForBoot" set to true.

        Please fix the following filesystems:
          ${list}
  ''))
  (none (duplicates filePaths) (list: ''
    environment.persistence:
        The following files were specified two or more
        times:
          ${list}
  ''))
  (none (duplicates dirPaths) (list: ''
    environment.persistence:
        The following directories were specified two or more
        times:
          ${list}
  ''))
]
