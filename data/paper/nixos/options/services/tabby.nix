{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.tabby;
}
