{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.saleae-logic-2;
}
