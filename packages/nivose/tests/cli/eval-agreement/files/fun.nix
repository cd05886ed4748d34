{ a, b ? a }: { inherit a b; }
