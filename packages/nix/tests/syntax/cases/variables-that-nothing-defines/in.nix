{ lib, ... }: { a = libs.mkIf true 1; b = lib.x y; c = with z; w; d = rec { inherit lbi; }; }
