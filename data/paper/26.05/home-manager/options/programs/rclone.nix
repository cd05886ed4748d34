{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.rclone;
}
