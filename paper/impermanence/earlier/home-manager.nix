# impermanence for Home Manager until 2025: the path of a place has the home in it, and directories are mounted by the user.
{ lib, ... }:
let
  inherit (lib) mkOption types;

  option = type: default: mkOption { inherit type default; };
  method = types.enum [
    "bindfs"
    "symlink"
  ];

  place =
    { name, config, ... }:
    let
      directory.options = {
        directory = mkOption { type = types.str; };
        method = option method config.defaultDirectoryMethod;
      };
    in
    {
      options = {
        enable = option types.bool true;
        persistentStoragePath = option types.path name;
        defaultDirectoryMethod = option method "bindfs";
        removePrefixDirectory = option types.bool false;
        files = option (types.listOf types.str) [ ];
        directories = option (types.listOf (
          types.coercedTo types.str (path: { directory = path; }) (types.submodule directory)
        )) [ ];
        allowOther = option (types.nullOr types.bool) null // {
          apply =
            given:
            if given != null then
              given
            else
              lib.warn ''
                home.persistence."${name}".allowOther not set; assuming 'false'.
                See https://github.com/nix-community/impermanence#home-manager for more info.
              '' false;
        };
      };
    };
in
{
  options.home.persistence = option (types.attrsOf (types.submodule place)) { };
}
