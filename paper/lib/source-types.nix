# What a package is made from.
{ lib }:
lib.genAttrs [ "fromSource" "binaryNativeCode" "binaryBytecode" "binaryFirmware" ] (name: {
  shortName = name;
  isSource = name == "fromSource";
})
