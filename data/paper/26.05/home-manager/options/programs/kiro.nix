{
  config,
  lib,
  options,
  pkgs,
}:
{
  "mutableExtensionsDir" = (removeAttrs config.programs.kiro.profiles [ "default" ]) == { };
  "package" = pkgs.kiro;
}
