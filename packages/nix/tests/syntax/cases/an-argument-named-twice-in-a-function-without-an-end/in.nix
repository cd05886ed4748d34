{ a, a }: (a
