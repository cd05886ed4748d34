{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.odoo;
}
