# The formatters that treefmt-nix knows, each with its options.
let
  declare = import ./declare {
    data = ./data;
    project = "treefmt-nix";
  };
  renamed =
    { lib, ... }:
    let
      was = old: new: lib.mkRenamedOptionModule [ "programs" "ruff" old ] [ "programs" new "enable" ];
    in
    {
      imports = [
        (was "check" "ruff-check")
        (was "enable" "ruff-check")
        (was "format" "ruff-format")
      ];
    };
  names = builtins.attrNames (builtins.fromJSON (builtins.readFile ./data/programs/index.json)).files;
in
{
  inherit names;
  modules = [
    declare
    renamed
    (import ./enabled.nix names)
  ];

  # For formatters of one's own.
  mkFormatterModule =
    {
      name,
      package ? name,
      includes ? [ ],
      excludes ? [ ],
      mainProgram ? null,
      args ? [ ],
    }:
    { lib, pkgs, ... }:
    let
      inherit (lib) mkOption types;
      patterns =
        default:
        mkOption {
          type = types.listOf types.str;
          inherit default;
        };
    in
    {
      imports = [ (import ./enabled.nix [ name ]) ];
      options.programs.${name} = {
        enable = lib.mkEnableOption name;
        package = lib.mkPackageOption pkgs package { };
        includes = patterns includes;
        excludes = patterns excludes;
        priority = mkOption {
          type = types.nullOr types.int;
          default = null;
        };
        finalPackage = mkOption {
          type = types.package;
          readOnly = true;
        };
      };
    };
}
