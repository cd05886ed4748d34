{ a, a }: a /* b
