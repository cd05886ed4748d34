# What all hooks have in common, and what is made of those that are enabled.
{
  config,
  lib,
  pkgs,
  hookModule,
  ...
}:
let
  inherit (lib) mkOption types;
  unknown = import ../declare/unknown.nix;
  stages = import ./stages.nix { inherit lib; };

  option = type: default: mkOption { inherit type default; };
  fixed =
    type:
    mkOption {
      inherit type;
      readOnly = true;
    };

  enabled = builtins.filter (hook: hook.enable) (builtins.attrValues config.hooks);

  sorted =
    let
      result = lib.toposort (a: b: builtins.elem b.id a.before || builtins.elem a.id b.after) enabled;
    in
    result.result or (throw "The hooks can't be sorted because of a cycle in the dependency graph: ${
      lib.concatMapStringsSep " -> " (hook: hook.id) result.cycle
    }");
in
{
  options = {
    enable = option types.bool true;
    install.enable = option types.bool true;
    package = option types.package pkgs.pre-commit;
    gitPackage = option types.package (pkgs.gitMinimal or pkgs.git);
    tools = mkOption { type = types.lazyAttrsOf (types.nullOr types.package); };

    hooks = option (types.submodule { freeformType = types.attrsOf (types.submodule hookModule); }) { };
    excludes = option (types.listOf types.str) [ ];
    default_stages = option stages [ "pre-commit" ];
    installStages = option (types.listOf (types.either types.str types.anything)) (
      lib.unique (builtins.concatMap (hook: hook.stages) enabled)
    );
    enabledPackages = option (types.listOf types.unspecified) (
      builtins.concatMap (
        hook: lib.optional (hook.package != null) hook.package ++ hook.extraPackages
      ) enabled
    );

    src = mkOption { type = types.path; };
    rootSrc = mkOption { type = types.path; };
    configPath = option types.str ".pre-commit-config.yaml";
    addGcRoot = option types.bool true;
    rawConfig = mkOption {
      type = types.attrsOf types.unspecified;
      internal = true;
    };
    configFile = fixed types.package;
    installationScript = fixed types.str;
    shellHook = fixed types.str;
    run = option types.package (
      pkgs.runCommand "pre-commit-run" { src = config.rootSrc; } ''
        cp -r $src project
        cd project
        pre-commit run --all-files
        touch $out
      ''
    );

    assertions = option (types.listOf types.unspecified) [ ];
    warnings = option (types.listOf types.str) [ ];
  };

  config = lib.mkIf config.enable {
    rawConfig = {
      repos = [
        {
          repo = "local";
          hooks = map (hook: hook.raw) sorted;
        }
      ];
    }
    // lib.optionalAttrs (config.excludes != [ ]) {
      exclude = "(${lib.concatStringsSep "|" config.excludes})";
    }
    // lib.optionalAttrs (config.default_stages != [ ]) { inherit (config) default_stages; };

    configFile = pkgs.writeText "pre-commit-config.json" ''
      # What the hooks are called with is not known on paper.
    '';
    installationScript = unknown "the installation script of git-hooks";
    shellHook = unknown "the shell hook of git-hooks";
  };
}
