# The roles of each platform. What a role is for, and what it asks of a machine, is in README.md beside this.
{
  nixos = [
    "workstation"
    "development"
    "service-host"
    "container-host"
    "low-resource"
  ];
  darwin = [
    "workstation"
    "development"
  ];
  home = [
    "workstation"
    "development"
  ];
}
