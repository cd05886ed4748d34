{
  config,
  lib,
  options,
  pkgs,
}:
{
  "maps" = let cfg = config.services.bluemap; in
{
  "overworld" = {
    world = "${cfg.defaultWorld}";
    ambient-light = 0.1;
    cave-detection-ocean-floor = -5;
  };

  "nether" = {
    world = "${cfg.defaultWorld}/DIM-1";
    sorting = 100;
    sky-color = "#290000";
    void-color = "#150000";
    ambient-light = 0.6;
    world-sky-light = 0;
    remove-caves-below-y = -10000;
    cave-detection-ocean-floor = -5;
    cave-detection-uses-block-light = true;
    max-y = 90;
  };

  "end" = {
    world = "${cfg.defaultWorld}/DIM1";
    sorting = 200;
    sky-color = "#080010";
    void-color = "#080010";
    ambient-light = 0.6;
    world-sky-light = 0;
    remove-caves-below-y = -10000;
    cave-detection-ocean-floor = -5;
  };
};
  "storage" = {
  "file" = {
    root = "${config.services.bluemap.webRoot}/maps";
  };
};
  "webappSettings" = {
  enabled = true;
  webroot = config.services.bluemap.webRoot;
};
}
