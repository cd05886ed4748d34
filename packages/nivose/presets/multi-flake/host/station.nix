# @about@
@arguments@
{
  imports = [
    @hostImports@
  ];

  networking.hostName = "@host@";

  @namespace@ = {
    @settings@
  };

  system.stateVersion = "@stateVersion@";
}
