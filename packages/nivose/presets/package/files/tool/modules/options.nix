# What can be set in NixOS and in Home Manager alike.
{
  lib,
  settingsFormat,
  defaultPackage,
}:
{
  enable = lib.mkEnableOption @nameNix@;

  package = lib.mkOption {
    type = lib.types.package;
    default = defaultPackage;
    defaultText = lib.literalMD "the default package of this flake";
    description = "The package.";
  };

  settings = lib.mkOption {
    inherit (settingsFormat) type;
    default = { };
    example = {
      greeting = "Good day";
    };
    description = "Settings, as src/@module@/settings.py knows them.";
  };
}
