[ x: x { a, b }: a ]
