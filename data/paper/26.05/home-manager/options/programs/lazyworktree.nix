{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.lazyworktree;
}
