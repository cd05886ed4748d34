{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.workout-tracker;
}
