{
  config,
  lib,
  given ? "not given",
  ...
}:
{
  options.fromFunction = lib.mkOption { default = "function of ${toString config.number}"; };
  config.number = 1;
}
