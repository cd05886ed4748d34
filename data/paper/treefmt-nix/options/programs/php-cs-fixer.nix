{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.php-cs-fixer;
}
