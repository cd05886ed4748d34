{
  config,
  lib,
  options,
  pkgs,
}:
{
  "sites.<name>.aclFile" = name: "/var/lib/dokuwiki/${name}/acl.auth.php";
  "sites.<name>.package" = name: pkgs.dokuwiki;
  "sites.<name>.phpPackage" = name: pkgs.php81;
  "sites.<name>.stateDir" = name: "/var/lib/dokuwiki/${name}/data";
  "sites.<name>.usersFile" = name: "/var/lib/dokuwiki/${name}/users.auth.php";
}
