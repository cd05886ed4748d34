/**
 * `npm start -- ARGUMENTS`: the command from a clone, set up first if need be. Without arguments, the guided tour.
 *
 * The command runs in this very process, so that its exit status, its signals and its standard streams are its own.
 */
import { bin } from "./repository.js";
import { ensureBuilt, ensureInstalled, SetupError } from "./setup.js";

try {
  ensureInstalled();
  ensureBuilt();
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  process.stderr.write(`nivose: ${error.message}, so there is nothing to start\n`);
  process.exit(error.status);
}

// npm changes to the root of the repository; the user's paths are relative to where npm was called.
if (process.env.INIT_CWD !== undefined) process.chdir(process.env.INIT_CWD);
const parameters = process.argv.slice(2);
process.argv = [process.execPath, bin, ...(parameters.length === 0 ? ["tour"] : parameters)];
await import(bin);
