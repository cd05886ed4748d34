{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.ocsinventory-agent;
}
