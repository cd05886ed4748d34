{
  config,
  lib,
  options,
  pkgs,
}:
{
  "enableSuid" = config.services.singularity.package.projectName != "apptainer";
  "package" = pkgs.singularity;
}
