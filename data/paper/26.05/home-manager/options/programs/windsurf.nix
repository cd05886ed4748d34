{
  config,
  lib,
  options,
  pkgs,
}:
{
  "mutableExtensionsDir" = (removeAttrs config.programs.windsurf.profiles [ "default" ]) == { };
  "package" = pkgs.windsurf;
}
