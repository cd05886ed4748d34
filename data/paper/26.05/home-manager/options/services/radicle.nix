{
  config,
  lib,
  options,
  pkgs,
}:
{
  "node.package" = pkgs.radicle-node;
}
