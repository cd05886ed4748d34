{
  config,
  lib,
  options,
  pkgs,
}:
{
  "<name>.thunderbird.perIdentitySettings" = name: _: { };
  "<name>.thunderbird.settings" = name: _: { };
}
