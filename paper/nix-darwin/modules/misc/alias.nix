# Options that are called otherwise today.
{ config, lib, ... }:
let
  scripts = config.system.activationScripts;
in
{
  config = {
    assertions = [
      {
        assertion = config.security.enableAccessibilityAccess == null;
        message = "security.enableAccessibilityAccess was removed, it's broken since 10.12 because of SIP";
      }
      {
        assertion = scripts.extraPostActivation.text == "";
        message = "system.activationScripts.extraPostActivation was renamed to system.activationScripts.postActivation";
      }
      {
        assertion = scripts.extraUserPostActivation.text == "";
        message = "system.activationScripts.extraUserPostActivation was renamed to system.activationScripts.postUserActivation";
      }
    ];

    warnings = lib.mkIf (config.networking.networkservices != null) [
      "networking.networkservices was renamed to networking.knownNetworkServices"
    ];
    networking.knownNetworkServices = lib.mkIf (
      config.networking.networkservices != null
    ) config.networking.networkservices;

    system.activationScripts.extraPostActivation.text = lib.mkDefault "";
    system.activationScripts.extraUserPostActivation.text = lib.mkDefault "";
  };
}
