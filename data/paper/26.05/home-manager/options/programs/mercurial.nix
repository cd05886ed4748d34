{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.mercurial;
}
