/**
 * `npm run check`: the quick loop, for while one works. Everything of `npm test` but the tests that are slow
 * (`*.slow.test.ts`) or need real Nix (`*.nix.test.ts`); installs nothing on the machine. The checks run beside the
 * tests, as many at once as there is room for.
 */
import { build, check, install } from "./stages.js";
import { runTests, sumUp } from "./suite.js";

const patterns = process.argv.slice(2);
const installed = await install();
if (installed.ok) {
  const built = await build();
  const checked = await check(2);
  sumUp([installed, built, ...checked], await runTests(patterns, { NIVOSE_TEST_SET: "quick" }));
} else {
  sumUp([installed]);
}
