{
  config,
  lib,
  options,
  pkgs,
}:
{
  "mutableExtensionsDir" = (removeAttrs config.programs.antigravity.profiles [ "default" ]) == { };
  "package" = pkgs.antigravity;
}
