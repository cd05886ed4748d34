a: b: { inherit a; inherit (a) c d "e" ${"f"} or; inherit; inherit (b); }
