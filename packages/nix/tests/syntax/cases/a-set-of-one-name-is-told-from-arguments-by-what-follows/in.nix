a: [ { inherit a; } { a = 1; } ({ a }: a) ({ a, }: a) ({ a ? 1 }: a) ]
