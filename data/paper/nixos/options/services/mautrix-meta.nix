{
  config,
  lib,
  options,
  pkgs,
}:
{
  "instances.<name>.dataDir" = name: "mautrix-meta-${name}";
  "package" = pkgs.mautrix-meta;
}
