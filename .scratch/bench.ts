import { EvaluationSession } from "@nivose/nix/engine";
import { cpuUsage } from "node:process";
const session = new EvaluationSession();
const files = process.argv.slice(3);
const runs = Number(process.argv[2]);
const times: Record<string, number[]> = {};
for (let i = 0; i < runs; i++)
  for (const file of files) {
    const a = performance.now(),
      c = cpuUsage();
    const reply = await session.evaluate({
      expression: { kind: "file", path: file },
      selections: [""],
      args: [],
      output: "nix",
      strict: true,
      location: false,
      settings: {},
    } as never);
    const u = cpuUsage(c);
    (times[file] ??= []).push((u.user + u.system) / 1000);
    if (i === 0) console.log(file, Math.round(performance.now() - a), JSON.stringify(reply).slice(0, 300));
  }
await session.end();
for (const [f, t] of Object.entries(times)) {
  const s = t.slice(1).sort((x, y) => x - y);
  console.log(f, "cpu first", t[0]!.toFixed(0), "median", s[s.length >> 1]?.toFixed(1), "min", s[0]?.toFixed(1));
}
