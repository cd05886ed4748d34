# The library of terranix: from modules to what Terraform reads.
{ nixpkgs }:
let
  inherit (nixpkgs) lib;
  unknown = import ./declare/unknown.nix;

  pkgsOf = args: args.pkgs or nixpkgs.legacyPackages.${args.system or ""};

  evalTerranixConfiguration =
    args:
    import ./core {
      pkgs = pkgsOf args;
      extraArgs = args.extraArgs or { };
      modules = args.modules or [ ];
      strip_nulls = args.strip_nulls or true;
    };

  asFile = pkgs: core: pkgs.writeText "config.tf.json" (builtins.toJSON core.config) // core;

  terranixConfiguration = args: asFile (pkgsOf args) (evalTerranixConfiguration args);
  terranixOptions = _: unknown "the manual of options of terranix";
in
{
  inherit evalTerranixConfiguration terranixConfiguration terranixOptions;
  terranixConfigurationAst = lib.warn "terranixConfigurationAst will be removed in 3.0.0 use terranixConfiguration.config instead" terranixConfiguration;
  terranixOptionsAst = terranixOptions;
  mkTerranixOutputs = import ./core/invocations.nix;

  buildTerranix =
    lib.warn "buildTerranix will be removed in 3.0.0 use terranixConfiguration instead"
      (args: asFile args.pkgs (import ./core (removeAttrs args [ "terranix_config" ])));
  buildOptions = lib.warn "buildOptions will be removed in 3.0.0 use terranixOptions instead" terranixOptions;
}
