{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.kickoff;
}
