{
  config,
  lib,
  options,
  pkgs,
}:
{
  "computed" = "kind ${config.services.web.kind}";
  "sites.<name>.log" = name: "${config.services.web.sites.${name}.root}/log";
  "sites.<name>.root" = name: "/var/www/${name}";
  "sites.<name>.routes.<name>.to" = name1: name: "${name1} and ${name}";
}
