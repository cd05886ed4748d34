{
  config,
  lib,
  options,
  pkgs,
}:
{
  "zetup.<name>.dataset" = name: name;
  "zetup.<name>.destinations.<name>.label" = name1: name: name;
}
