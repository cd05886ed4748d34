{
  config,
  lib,
  options,
  pkgs,
}:
{
  "accounts.<name>.thunderbird.settings" = name: _: { };
}
