# The hooks that git-hooks knows by name: what each of them is if nobody says otherwise.
{
  config,
  lib,
  hookModule,
  ...
}:
let
  inherit (lib) mkDefault mkOption types;
  unknown = import ../declare/unknown.nix;

  predefined = builtins.fromJSON (builtins.readFile ../data/hooks.json);

  # What a hook is called with is made from its settings by code that paper does not have.
  definitions =
    name: facts:
    lib.mapAttrs (_: mkDefault) (
      removeAttrs facts [ "tool" ]
      // {
        entry = unknown "the entry of the hook ${name}";
        description = unknown "the description of the hook ${name}";
        package =
          if facts ? tool then
            config.tools.${facts.tool} or (unknown "the package of the hook ${name}")
          else
            unknown "the package of the hook ${name}";
      }
    );

  settingsOf =
    name:
    types.submodule [
      hookModule
      (import ./settings.nix name)
    ];
  withSettings = (builtins.fromJSON (builtins.readFile ../data/options/hooks/index.json)).files;
in
{
  options = {
    hookModule = mkOption {
      type = types.deferredModule;
      internal = true;
    };
    hooks = lib.mapAttrs (
      name: _:
      mkOption {
        type = settingsOf name;
        default = { };
      }
    ) withSettings;
    settings.rust = {
      check.cargoDeps = mkOption {
        type = types.nullOr types.attrs;
        default = null;
      };
      cargoManifestPath = mkOption {
        type = types.nullOr types.str;
        default = null;
      };
    };
  };

  config = {
    hookModule = {
      imports = [ ./hook.nix ];
      _module.args = { inherit (config) default_stages; };
    };
    _module.args = { inherit (config) hookModule; };
    hooks = lib.mapAttrs definitions predefined;
  };
}
