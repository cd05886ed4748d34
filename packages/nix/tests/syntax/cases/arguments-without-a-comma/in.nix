{ a b, c }: a
