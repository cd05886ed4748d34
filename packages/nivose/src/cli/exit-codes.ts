/**
 * The exit codes, all of them. They follow what Nix users know from linters and from `nix` itself; 70 is `EX_SOFTWARE`
 * of `sysexits.h`.
 *
 * There is no code here for Ctrl-C: the command dies of the signal, as a shell needs to know to stop a loop, and every
 * shell shows that as 130. A reader that goes away (`nivose … | head -1`) is no failure: 0.
 */

export const ExitCode = {
  ok: 0,
  /** Something failed, or there is something to mend: a mistake in a file, a file that is not formatted. */
  failure: 1,
  /** The command line itself is wrong, or there are not both things to compare; nothing was done. */
  usage: 2,
  /** Nothing is known to be wrong, but Nivose cannot do what it would have to. */
  limit: 3,
  /** A bug of ours. */
  bug: 70,
} as const;

export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];

/** How `--help` and the manual page describe them. */
export const exitCodeMeanings: readonly (readonly [code: number, meaning: string])[] = [
  [ExitCode.ok, "all is well"],
  [ExitCode.failure, "something failed, or there is something to mend"],
  [ExitCode.usage, "the command line is wrong, or what is to be compared cannot be had; nothing was done"],
  [ExitCode.limit, "nothing is known to be wrong, but nivose does not support what it met"],
  [ExitCode.bug, "a bug in nivose"],
  [130, "interrupted by Ctrl-C"],
];
