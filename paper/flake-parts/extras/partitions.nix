# Outputs that are made by another evaluation of the same modules, with more modules and more inputs.
{
  config,
  extendModules,
  inputs,
  lib,
  partitionStack,
  self,
  ...
}:
let
  inherit (lib) mkOption types;

  # The inputs of a flake that is a folder: they are known by name, and cannot be fetched on paper.
  inputsOf =
    flake:
    if builtins.isPath flake then
      import ../flake-compat/inputs.nix flake
    else
      (builtins.getFlake flake).inputs;

  partition =
    {
      config,
      options,
      name,
      ...
    }:
    let
      inputs' = inputs // config.extraInputs // { self = self'; };
      self' = self // {
        inputs = inputs';
      };
      evaluation = extendModules {
        specialArgs = {
          inputs = inputs';
          self = self';
          partitionStack = partitionStack ++ [ name ];
        };
      };
    in
    {
      options = {
        extraInputsFlake = mkOption { type = types.raw; };
        extraInputs = mkOption {
          type = types.lazyAttrsOf types.raw;
          default = { };
        };
        module = mkOption {
          inherit (evaluation) type;
          default = { };
          visible = "shallow";
        };
      };
      config.extraInputs = lib.mkIf options.extraInputsFlake.isDefined (
        inputsOf options.extraInputsFlake.value
      );
    };
in
{
  options = {
    partitions = mkOption {
      type = types.attrsOf (types.submodule partition);
      default = { };
    };
    partitionedAttrs = mkOption {
      type = types.attrsOf types.str;
      default = { };
      description = "From names of outputs to the partitions that make them.";
    };
  };

  config = {
    # Inside of a partition, an argument from outside says which partitions it is in.
    _module.args.partitionStack = [ ];
    flake = lib.optionalAttrs (partitionStack == [ ]) (
      lib.mapAttrs (
        output: name: lib.mkForce config.partitions.${name}.module.flake.${output}
      ) config.partitionedAttrs
    );
  };
}
