{
  config,
  lib,
  options,
  pkgs,
}:
{
  "<name>.bucketName" = name: "${name}";
}
