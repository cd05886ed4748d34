{
  config,
  lib,
  options,
  pkgs,
}:
{
  "dotnet-sdk" = pkgs.dotnet-sdk;
  "package" = pkgs.csharpier;
}
