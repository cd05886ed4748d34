# Takes attributes away from the outputs, or changes them, at the very end.
{ config, lib, ... }:
{
  options.touchup = lib.mkOption {
    type = lib.types.submoduleWith { modules = [ ./touchup/attributes.nix ]; };
  };
  config.processedFlake = config.touchup.touchupApply config.flake;
}
