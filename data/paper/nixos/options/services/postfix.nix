{
  config,
  lib,
  options,
  pkgs,
}:
{
  "masterConfig.<name>.command" = name: "${name}";
  "masterConfig.<name>.name" = name: "${name}";
  "tlsTrustedAuthorities" = "${pkgs.cacert}/etc/ssl/certs/ca-bundle.crt";
}
