# What compilers may assume of a processor, as listed in `architectures.json`.
{ lib }:
let
  inherit (builtins.fromJSON (builtins.readFile ./architectures.json)) features inferiors;
in
{
  inherit features inferiors;

  predicates =
    builtins.mapAttrs
      (
        _: feature: arch:
        builtins.elem feature features.${arch} or [ ]
      )
      {
        sse3Support = "sse3";
        ssse3Support = "ssse3";
        sse4_1Support = "sse4_1";
        sse4_2Support = "sse4_2";
        sse4_aSupport = "sse4a";
        avxSupport = "avx";
        avx2Support = "avx2";
        avx512Support = "avx512";
        aesSupport = "aes";
        fmaSupport = "fma";
        fma4Support = "fma4";
      };
}
