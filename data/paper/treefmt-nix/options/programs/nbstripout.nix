{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.nbstripout;
}
