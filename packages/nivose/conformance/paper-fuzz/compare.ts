/** Asks our engine and programs of Nix for the options of random systems. */

import { spawnSync } from "node:child_process";
import { runEvaluation } from "@nivose/nix/evaluation";
import type { Host } from "./hosts.ts";

export interface Outcome {
  readonly asked: number;
  readonly values: number;
  /** What `tryEval` does not catch, so that nobody else was asked. */
  readonly uncaught: readonly string[];
  readonly different: readonly string[];
}

/** `paper` is an expression for the outputs of nixpkgs; each of `programs` is a command with its first arguments. */
export function compare(hosts: readonly Host[], paper: string, programs: readonly (readonly string[])[]): Outcome {
  const all = hosts.map((host) => ({ ...host, names: host.asked.map((path) => path.join(".")) }));
  const ours = evaluate(expressionFor(paper, all), ATTEMPTED) as (readonly [boolean, unknown])[][];
  // what is not caught would end the whole evaluation of the others
  const rest = all.map((host, at) => ({ ...host, asked: host.asked.filter((_, nr) => ours[at]![nr]![0]) }));
  const expected = ours.map((answers) => answers.flatMap(([isCaught, answer]) => (isCaught ? [answer] : [])));
  const different = programs.flatMap((program) => {
    const theirs = ask(program, `map (map (ask: ask null)) (${expressionFor(paper, rest)})`);
    if (typeof theirs === "string") return [`${program.join(" ")}: ${theirs}`];
    return rest.flatMap(({ asked, text }, at) =>
      asked.flatMap((path, nr) => {
        const [a, b] = [JSON.stringify(expected[at]![nr]), JSON.stringify(theirs[at]![nr])];
        return a === b ? [] : [`${program[0]}: ${path.join(".")}\n  ours  ${a}\n  there ${b}\n  in ${text}`];
      }),
    );
  });
  return {
    asked: ours.flat().length,
    values: expected.flat().filter((answer) => answer !== null).length,
    uncaught: ours.flatMap((answers, at) =>
      answers.flatMap(([isCaught, answer], nr) => (isCaught ? [] : [`${all[at]!.names[nr]}: ${String(answer)}`])),
    ),
    different,
  };
}

/** Lists of functions, each of which gives the JSON of an option, or null for an error that is caught. */
function expressionFor(paper: string, hosts: readonly Host[]): string {
  const system = `{ nixpkgs.hostPlatform = "x86_64-linux"; networking.hostName = "host"; system.stateVersion = "24.11"; fileSystems."/".device = "/dev/sda1"; boot.loader.grub.device = "/dev/sda"; }`;
  const tell = ({ text, asked }: Host): string =>
    `(let inherit (lib.nixosSystem { modules = [ ${system} ] ++ ${text}; }) config; in [ ${asked
      .map((path) => `(_: told (config.${path.map((name) => JSON.stringify(name)).join(".")}))`)
      .join(" ")} ])`;
  return `
    let
      inherit (${paper}) lib;
      told = value:
        let text = builtins.toJSON value; tried = builtins.tryEval (builtins.deepSeq text text);
        in if tried.success then builtins.unsafeDiscardStringContext tried.value else null;
    in [ ${hosts
      .map(tell)
      .join("\n")
      .replaceAll("FOLDER", import.meta.dirname)} ]`;
}

const ATTEMPTED = `{ attempt, ... }: map (map (ask:
  let tried = attempt (ask null); in if tried.success then [ true tried.value ] else [ false tried.error ]))`;

function evaluate(text: string, apply: string): unknown {
  const reply = runEvaluation(
    {
      expression: { kind: "text", text: Buffer.from(text), name: "hosts.nix", folder: "/" },
      selections: [""],
      args: [],
      output: "json",
      strict: true,
      location: false,
      apply: Buffer.from(apply),
      watch: { file: "/lib/modules.nix", names: [] },
      settings: {},
    },
    () => {},
  );
  if (!reply.ok) throw new Error(reply.failure.text);
  return JSON.parse(Buffer.from(reply.output, "latin1").toString());
}

function ask([command, ...words]: readonly string[], text: string): unknown[][] | string {
  const run = spawnSync(command!, [...words, "--eval", "--strict", "--json", "-"], {
    input: text,
    encoding: "utf8",
    cwd: "/",
    maxBuffer: 1 << 28,
  });
  if (run.status !== 0) return run.stderr.split("\n").slice(-12).join("\n");
  return JSON.parse(run.stdout) as unknown[][];
}
