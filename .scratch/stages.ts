import { EvaluationSession } from "@nivose/nix/engine";
import { cpuUsage } from "node:process";
const session = new EvaluationSession();
const [runs, file, ...stages] = process.argv.slice(2);
const t: Record<string, number[]> = {};
for (let i = 0; i < Number(runs); i++)
  for (const stage of stages) {
    const c = cpuUsage();
    const reply = await session.evaluate({
      expression: { kind: "file", path: file },
      selections: [""],
      args: [{ name: "stage", kind: "string", text: stage }],
      output: "nix",
      strict: true,
      location: false,
      settings: {},
    } as never);
    const u = cpuUsage(c);
    (t[stage] ??= []).push((u.user + u.system) / 1000);
    if (i === 0 && !reply.ok) console.log(JSON.stringify(reply).slice(0, 500));
  }
await session.end();
for (const [f, l] of Object.entries(t)) {
  const s = l.slice(1).sort((x, y) => x - y);
  console.log(f.padEnd(12), "median", s[s.length >> 1]?.toFixed(1), "min", s[0]?.toFixed(1));
}
