{
  config,
  lib,
  options,
  pkgs,
}:
{
  "etc.<name>.target" = name: "${name}";
  "launchAgents.<name>.target" = name: "${name}";
  "launchDaemons.<name>.target" = name: "${name}";
  "userLaunchAgents.<name>.target" = name: "${name}";
}
