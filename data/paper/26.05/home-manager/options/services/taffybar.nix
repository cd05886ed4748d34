{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.taffybar;
}
