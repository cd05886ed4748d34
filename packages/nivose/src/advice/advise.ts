/** What a failed evaluation means, if it is of a kind that is known: see `kinds/`, which has one file for each. */

import type { EvalFailure } from "@nivose/nix/evaluation";
import type { Advice } from "../report/advice.ts";
import { Failed, type Recogniser } from "./failed.ts";
import { assertionFailed } from "./kinds/assertion-failed.ts";
import { attributeNotFound } from "./kinds/attribute-not-found.ts";
import { fileToImport } from "./kinds/file-to-import.ts";
import { functionArguments } from "./kinds/function-arguments.ts";
import { homeWithoutAccount } from "./kinds/home-without-account.ts";
import { inputNotHere } from "./kinds/input-not-here.ts";
import { moduleArgument } from "./kinds/module-argument.ts";
import { moduleMixed } from "./kinds/module-mixed.ts";
import { nameNotFound } from "./kinds/name-not-found.ts";
import { optionConflict } from "./kinds/option-conflict.ts";
import { optionNotDeclared } from "./kinds/option-not-declared.ts";
import { optionWithoutValue } from "./kinds/option-without-value.ts";
import { optionWrongType } from "./kinds/option-wrong-type.ts";
import { packageRefused } from "./kinds/package-refused.ts";
import { recursion } from "./kinds/recursion.ts";
import { recursionOfModule } from "./kinds/recursion-of-module.ts";
import { recursionOption } from "./kinds/recursion-option.ts";
import { recursionOverlay } from "./kinds/recursion-overlay.ts";
import { recursionPackages } from "./kinds/recursion-packages.ts";
import { Sources } from "./places/sources.ts";
import { syntaxAdvice } from "./syntax-advice.ts";

/** The first that knows the failure tells of it, so the particular come before the general. */
const recognisers: readonly Recogniser[] = [
  inputNotHere,
  optionNotDeclared,
  optionWrongType,
  optionConflict,
  optionWithoutValue,
  moduleMixed,
  moduleArgument,
  homeWithoutAccount,
  functionArguments,
  packageRefused,
  assertionFailed,
  fileToImport,
  attributeNotFound,
  nameNotFound,
  recursionOverlay,
  recursionOfModule,
  recursionPackages,
  recursionOption,
  recursion,
];

/**
 * The failure has to be in the paths that the user knows: see `localFailure`. `folder` is that of the flake that was asked for,
 * if there is one. A bug in here must not keep people from reading
 * what has failed, so it costs them no more than the advice.
 */
export async function advise(failure: EvalFailure, folder?: string): Promise<Advice | undefined> {
  if (failure.kind === "limit" && failure.missing === undefined) return undefined;
  if (failure.syntax !== undefined) return syntaxAdvice(failure, new Sources());
  try {
    const failed = new Failed(failure, folder);
    for (const recognise of recognisers) {
      const advice = await recognise(failed);
      if (advice !== undefined) return advice;
    }
  } catch {
    return undefined;
  }
  return undefined;
}
