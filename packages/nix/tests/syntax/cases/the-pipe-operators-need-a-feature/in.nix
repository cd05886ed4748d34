a: f: a |> f
