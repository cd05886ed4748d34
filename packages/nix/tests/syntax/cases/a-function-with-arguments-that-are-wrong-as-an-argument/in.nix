f: f { a b, c }: a
