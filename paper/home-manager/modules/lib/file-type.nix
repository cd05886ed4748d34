# The type of `home.file` and its kin: files by name, below a folder that may be given from the home directory on.
{
  homeDirectory,
  lib,
  pkgs,
}:
folder:
let
  inherit (lib) mkOption types;
  option = type: default: mkOption { inherit type default; };

  file =
    { config, name, ... }:
    {
      options = {
        enable = option types.bool true;
        target = mkOption {
          type = types.str;
          apply =
            path:
            lib.removePrefix "${homeDirectory}/" (if lib.hasPrefix "/" path then path else "${folder}/${path}");
        };
        text = option (types.nullOr types.lines) null;
        source = mkOption { type = types.path; };
        executable = option (types.nullOr types.bool) null;
        recursive = option types.bool false;
        onChange = option types.lines "";
        force = option types.bool false;
      };
      config = {
        target = lib.mkDefault name;
        source = lib.mkIf (config.text != null) (
          lib.mkDefault (
            pkgs.writeTextFile {
              name = lib.hm.strings.storeFileName name;
              inherit (config) text;
              executable = config.executable == true;
            }
          )
        );
      };
    };
in
types.attrsOf (types.submodule file)
