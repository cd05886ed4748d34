# What impermanence demanded of file systems, homes and paths until 2025, in its own words.
{
  config,
  lib,
  places,
}:
let
  inherit (import ../lib.nix { inherit lib; }) duplicates;
  inherit (config.users) users;

  lines = lib.concatStringsSep "\n      ";

  late = lib.filter (path: !(config.fileSystems.${path}.neededForBoot or true)) (
    lib.attrNames config.environment.persistence
  );

  elsewhere = lib.concatMap (
    ofPlace:
    lib.concatMap (
      name:
      lib.optional (
        ofPlace.${name}.home != users.${name}.home
      ) "${name}: ${ofPlace.${name}.home} != ${users.${name}.home}"
    ) (lib.attrNames ofPlace)
  ) places.users;

  none = offenders: message: {
    assertion = offenders == [ ];
    message = message (lines offenders);
  };
in
[
  (none late (list: ''
    environment.persistence:
        All filesystems used for persistent storage must
        have the flag neededForBoot set to true.

        Please fix or remove the following paths:
          ${list}
  ''))
  (none elsewhere (list: ''
    environment.persistence:
        Users and home doesn't match:
          ${list}

        You probably want to set each
        environment.persistence.<path>.users.<user>.home to
        match the respective user's home directory as
        defined by users.users.<user>.home.
  ''))
  (none (duplicates (lib.catAttrs "filePath" places.files)) (list: ''
    environment.persistence:
        The following files were specified two or more
        times:
          ${list}
  ''))
  (none (duplicates (lib.catAttrs "dirPath" places.directories)) (list: ''
    environment.persistence:
        The following directories were specified two or more
        times:
          ${list}
  ''))
]
