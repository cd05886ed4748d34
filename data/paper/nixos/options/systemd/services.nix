{
  config,
  lib,
  options,
  pkgs,
}:
{
  "<name>.confinement.binSh" = name: config.environment.binsh;
  "<name>.enableStrictShellChecks" = name: config.systemd.enableStrictShellChecks;
  "<name>.name" = name: "${name}.service";
}
