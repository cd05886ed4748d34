final: _: { agenix = import ./package { inherit (final.stdenv.hostPlatform) system; } "agenix"; }
