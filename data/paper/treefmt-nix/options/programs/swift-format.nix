{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.swift-format;
}
