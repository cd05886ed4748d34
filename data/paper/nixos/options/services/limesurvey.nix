{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.limesurvey;
}
