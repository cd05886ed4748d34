{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.mu;
}
