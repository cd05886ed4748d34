{
  config,
  lib,
  options,
  pkgs,
}:
{
  "mutableExtensionsDir" = (removeAttrs config.programs.cursor.profiles [ "default" ]) == { };
  "package" = pkgs.code-cursor;
}
