{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.taskwarrior2;
}
