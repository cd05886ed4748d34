# The home as a derivation: its files, and a record of what is defined in it.
{
  config,
  lib,
  options,
  pkgs,
  ...
}:
let
  cfg = config.home;
  files = lib.filter (file: file.enable) (lib.attrValues cfg.file);

  record = import ./record/record.nix {
    inherit lib;
    mayDeclareMore = config._module.opaque or [ ] != [ ];
    prefix = lib.take (lib.length options.home.username.loc - 2) options.home.username.loc;
    defined = import ./record/defined.nix { inherit config lib options; };
    base = map toString (
      import ./module-list.nix
      ++ [
        ./modules.nix
        ../standalone.nix
        ../nixos/common.nix
        ../nixos/default.nix
      ]
    );
  };

  # A file whose content is not known is named in the record, and left out here.
  content =
    file:
    if file.text != null then
      {
        inherit (file) text;
        executable = file.executable == true;
      }
    else
      { link = "${file.source}"; };
  known = lib.filter (
    file: (builtins.tryEval (builtins.deepSeq (content file) file.target)).success
  ) files;
  contents =
    folder:
    lib.listToAttrs (map (file: lib.nameValuePair "${folder}${file.target}" (content file)) known);

  set =
    members:
    "{${
      lib.concatMapStringsSep ",\n" ({ name, text, ... }: "${builtins.toJSON name}: ${text}") members
    }}";
  member = name: value: {
    inherit name;
    text = builtins.toJSON value;
  };

  tree = name: files: import ../package/build/tree.nix { inherit name files; };
in
{
  config.home = {
    path = pkgs.buildEnv {
      name = "home-manager-path";
      paths = cfg.packages;
      inherit (cfg) extraOutputsToInstall;
      postBuild = cfg.extraProfileCommands;
    };

    packages = [ cfg.sessionVariablesPackage ];
    sessionVariablesPackage = pkgs.writeTextFile {
      name = "hm-session-vars.sh";
      destination = "/etc/profile.d/hm-session-vars.sh";
      text = ''
        # Only source this once.
        if [ -n "$__HM_SESS_VARS_SOURCED" ]; then return; fi
        export __HM_SESS_VARS_SOURCED=1

        ${config.lib.shell.exportAll cfg.sessionVariables}
      ''
      + lib.optionalString (
        cfg.sessionPath != [ ]
      ) "export PATH=\"$PATH\${PATH:+:}${lib.concatStringsSep ":" cfg.sessionPath}\"\n"
      + cfg.sessionVariablesExtra;
    };

    activationPackage = tree "home-manager-generation" (
      {
        "activate" = {
          text = builtins.readFile ./activate;
          executable = true;
        };
        "hm-version".text = cfg.version.full;
        "home.json".text = set [
          (member "user" cfg.username)
          (member "home" cfg.homeDirectory)
          (member "system" pkgs.stdenv.hostPlatform.system)
          (member "release" cfg.version.release)
          (member "unknown" record.unknown)
          (member "files" (map (file: file.target) files))
          {
            name = "options";
            text = set record.things;
          }
        ];
      }
      // contents "home-files/"
    );
  };

  config.home-files = tree "home-manager-files" (contents "files/");
}
