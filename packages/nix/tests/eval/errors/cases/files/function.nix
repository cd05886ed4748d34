{ x }: y: x + y
