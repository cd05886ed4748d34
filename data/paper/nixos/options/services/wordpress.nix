{
  config,
  lib,
  options,
  pkgs,
}:
{
  "sites.<name>.fontsDir" = name: "/var/lib/wordpress/${name}/fonts";
  "sites.<name>.package" = name: pkgs.wordpress;
  "sites.<name>.themes" = name: { inherit (pkgs.wordpressPackages.themes) twentytwentyfour; };
  "sites.<name>.uploadsDir" = name: "/var/lib/wordpress/${name}/uploads";
  "sites.<name>.virtualHost.hostName" = name: "${name}";
}
