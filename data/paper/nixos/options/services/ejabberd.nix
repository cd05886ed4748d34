{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.ejabberd;
}
