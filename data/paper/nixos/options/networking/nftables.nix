{
  config,
  lib,
  options,
  pkgs,
}:
{
  "checkRulesetRedirects" = {
  "/etc/hosts" = config.environment.etc.hosts.source;
  "/etc/protocols" = config.environment.etc.protocols.source;
  "/etc/services" = config.environment.etc.services.source;
};
  "tables.<name>.name" = name: name;
}
