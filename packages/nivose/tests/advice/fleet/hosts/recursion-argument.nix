{ inputs, ... }:
{
  imports = [ inputs.disks.nixosModules.default ];
}
