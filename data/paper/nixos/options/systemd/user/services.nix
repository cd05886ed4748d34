{
  config,
  lib,
  options,
  pkgs,
}:
{
  "<name>.enableStrictShellChecks" = name: config.systemd.enableStrictShellChecks;
  "<name>.name" = name: "${name}.service";
}
