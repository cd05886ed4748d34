{ lib, ... }: { config = lib.mkDefault { hardware.enableRedistributableFirmware = true; }; }
