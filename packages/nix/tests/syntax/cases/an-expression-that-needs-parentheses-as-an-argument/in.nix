f: [ (f x: x) (f if f then f else f) (f let a = 1; in a) (f with f; f) (f { a }: a) (f { ... }: f) ]
