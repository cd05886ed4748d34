{
  config,
  lib,
  options,
  pkgs,
}:
{
  "commands.<name>.source" = name: name;
  "package" = pkgs.sanoid;
}
