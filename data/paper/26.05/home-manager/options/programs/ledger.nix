{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.ledger;
}
