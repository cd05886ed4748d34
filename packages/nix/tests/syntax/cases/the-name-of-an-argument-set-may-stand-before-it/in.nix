args@{ a, b ? args, }: a
