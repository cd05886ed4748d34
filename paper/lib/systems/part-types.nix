# Types of options for the parts of names of machines: open ones, and those of the parts that are known.
{ lib, parts }:
let
  inherit (builtins) attrValues;
  inherit (lib.types) enum;

  open =
    name: description: more:
    lib.mkOptionType (
      {
        inherit name description;
        merge = lib.mergeOneOption;
      }
      // more
    );

  types = {
    bitWidth = enum [
      8
      16
      32
      64
      128
    ];

    openSignificantByte = open "significant-byte" "Endianness" { };
    openVendor = open "vendor" "vendor for the platform" { };
    openExecFormat = open "exec-format" "executable container used by the kernel" { };
    openKernelFamily = open "exec-format" "executable container used by the kernel" { };
    openAbi = open "abi" "binary interface for compiled code and syscalls" { };
    openCpuType = open "cpu-type" "instruction set architecture name and information" {
      check =
        cpu:
        types.bitWidth.check cpu.bits
        && (
          if cpu.bits > 8 then types.significantByte.check cpu.significantByte else !(cpu ? significantByte)
        );
    };
    openKernel = open "kernel" "kernel name and information" {
      check =
        kernel:
        types.execFormat.check kernel.execFormat
        && lib.all types.kernelFamily.check (attrValues kernel.families);
    };

    significantByte = enum (attrValues parts.significantBytes);
    cpuType = enum (attrValues parts.cpuTypes);
    vendor = enum (attrValues parts.vendors);
    execFormat = enum (attrValues parts.execFormats);
    kernelFamily = enum (attrValues parts.kernelFamilies);
    kernel = enum (attrValues parts.kernels);
    abi = enum (attrValues parts.abis);

    parsedPlatform = open "system" "fully parsed representation of llvm- or nix-style platform tuple" {
      check =
        {
          cpu,
          vendor,
          kernel,
          abi,
        }:
        types.cpuType.check cpu
        && types.vendor.check vendor
        && types.kernel.check kernel
        && types.abi.check abi;
    };
  };
in
types
