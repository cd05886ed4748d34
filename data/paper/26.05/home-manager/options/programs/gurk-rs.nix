{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.gurk-rs;
}
