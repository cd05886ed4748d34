{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.journalbeat;
}
