{
  config,
  lib,
  options,
  pkgs,
}:
{
  "params.<name>.bits" = name: config.security.dhparams.defaultBitSize;
}
