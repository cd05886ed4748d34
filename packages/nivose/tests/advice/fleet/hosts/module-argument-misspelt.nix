{ pkg, ... }:
{
  environment.systemPackages = [ pkg.git ];
}
