{
  config,
  lib,
  options,
  pkgs,
}:
{
  "directories.certificates" = "${config.services.neo4j.directories.home}/certificates";
  "directories.data" = "${config.services.neo4j.directories.home}/data";
  "directories.imports" = "${config.services.neo4j.directories.home}/import";
  "directories.plugins" = "${config.services.neo4j.directories.home}/plugins";
  "package" = pkgs.neo4j;
  "ssl.policies.<name>.baseDirectory" = name: "${config.services.neo4j.directories.certificates}/${name}";
}
