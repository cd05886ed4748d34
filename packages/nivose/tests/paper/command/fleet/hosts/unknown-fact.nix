{ config, ... }:
{
  environment.etc.kernel.text = config.system.build.kernel-modules-list;
}
