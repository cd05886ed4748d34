{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.pyload-ng;
}
