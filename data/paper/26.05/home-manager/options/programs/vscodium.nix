{
  config,
  lib,
  options,
  pkgs,
}:
{
  "mutableExtensionsDir" = (removeAttrs config.programs.vscodium.profiles [ "default" ]) == { };
  "package" = pkgs.vscodium;
}
