{
  hardware.pcmcia.firmware = [
    (import ../../../../../declare/unknown.nix "the firmware of smc-2632w")
  ];
}
