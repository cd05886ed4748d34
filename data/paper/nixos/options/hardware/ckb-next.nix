{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.ckb-next;
}
