{
  config,
  lib,
  options,
  pkgs,
}:
{
  "loggerSettings" = {
  refresh_rate = "30 seconds";
  appenders.stdout.kind = "console";
  root = {
    level = "warn";
    appenders = [ "stdout" ];
  };
  loggers = {
    tremor_runtime = {
      level = "debug";
      appenders = [ "stdout" ];
      additive = false;
    };
    tremor = {
      level = "debug";
      appenders = [ "stdout" ];
      additive = false;
    };
  };
};
}
