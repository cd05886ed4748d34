{
  config,
  lib,
  options,
  pkgs,
}:
{
  "enable" = config.security.krb5.enable;
}
