{ a, a }: b > if c
