{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.formatjson5;
}
