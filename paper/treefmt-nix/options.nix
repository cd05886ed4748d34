# The options beside those of the formatters, and what is made of them.
{
  config,
  lib,
  options,
  pkgs,
  ...
}:
let
  inherit (lib) mkOption types;
  toml = (import ./declare/own-types.nix { inherit lib; }).toml;

  flag =
    default:
    mkOption {
      type = types.bool;
      inherit default;
      internal = true;
    };
  strings =
    default:
    mkOption {
      type = types.listOf types.str;
      inherit default;
    };

  # A package stands for its main program.
  executable = lib.mkOptionType {
    name = "exe";
    description = "Path to executable";
    check = value: lib.isString value || builtins.isPath value || lib.isDerivation value;
    merge =
      loc: defs:
      let
        value = lib.mergeOneOption loc defs;
      in
      if lib.isDerivation value then lib.getExe value else "${value}";
  };

  formatter = types.submodule {
    freeformType = toml;
    options = {
      command = mkOption { type = executable; };
      options = strings [ ];
      includes = mkOption { type = types.listOf types.str; };
      excludes = strings [ ];
    };
  };

  settings = types.submodule {
    imports = map (name: lib.mkRenamedOptionModule [ "global" name ] [ name ]) [
      "excludes"
      "on-unmatched"
    ];
    freeformType = toml;
    options = {
      excludes = strings [ ];
      on-unmatched = mkOption {
        type = types.nullOr (
          types.enum [
            "debug"
            "info"
            "warn"
            "error"
            "fatal"
          ]
        );
        default = null;
      };
      formatter = mkOption {
        type = types.attrsOf formatter;
        default = { };
      };
    };
    config.excludes = lib.mkIf config.enableDefaultExcludes (import ./default-excludes.nix);
  };

  enabled = lib.filterAttrs (
    name: program: options.programs.${name}.enable.visible or true == true && program.enable
  ) config.programs;
  # The packages of formatters with plug-ins are not known.
  packageOf =
    name: program:
    if options.programs.${name}.finalPackage.isDefined or false then
      program.finalPackage
    else
      program.package;
in
{
  options = {
    package = lib.mkPackageOption pkgs "treefmt" { };
    projectRootFile = mkOption {
      type = types.nullOr types.str;
      default = ".git/config";
    };
    enableDefaultExcludes = flag true // {
      internal = false;
    };
    settings = mkOption {
      type = settings;
      default = { };
    };

    meta = {
      maintainers = strings [ ] // {
        internal = true;
      };
      broken = flag false;
      skipExample = flag false;
      brokenPlatforms = strings [ ] // {
        internal = true;
      };
      platforms = mkOption {
        type = types.nullOr (types.listOf types.str);
        default = null;
        internal = true;
      };
    };

    build = {
      configFile = mkOption { type = types.path; };
      wrapper = mkOption {
        type = types.package;
        default = pkgs.writeShellScriptBin "treefmt" ''
          exec ${config.package}/bin/treefmt --config-file=${config.build.configFile} "$@"
        '';
      };
      programs = mkOption {
        type = types.attrsOf types.package;
        default = lib.mapAttrs packageOf enabled;
      };
      check = mkOption {
        type = types.functionTo types.package;
        default =
          project:
          pkgs.runCommandLocal "treefmt-check" { buildInputs = [ config.build.wrapper ]; } ''
            cp -r ${project} project
            cd project
            treefmt --fail-on-change
            touch $out
          '';
      };
      devShell = mkOption {
        type = types.package;
        readOnly = true;
      };
    };
  };

  config.build = {
    configFile = pkgs.writeText "treefmt.toml" ''
      # What the formatters are called with is not known on paper.
    '';
    devShell = pkgs.mkShell {
      nativeBuildInputs = [ config.build.wrapper ] ++ lib.attrValues config.build.programs;
    };
  };
}
