{
  config,
  lib,
  options,
  pkgs,
}:
{
  "horizEdgeScroll" = ! config.services.xserver.synaptics.horizTwoFingerScroll;
  "horizTwoFingerScroll" = config.services.xserver.synaptics.twoFingerScroll;
  "vertEdgeScroll" = ! config.services.xserver.synaptics.vertTwoFingerScroll;
  "vertTwoFingerScroll" = config.services.xserver.synaptics.twoFingerScroll;
}
