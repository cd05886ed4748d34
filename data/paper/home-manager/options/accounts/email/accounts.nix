{
  config,
  lib,
  options,
  pkgs,
}:
{
  "<name>.name" = name: name;
  "<name>.thunderbird.perIdentitySettings" = name: _: { };
  "<name>.thunderbird.settings" = name: _: { };
}
