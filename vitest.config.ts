import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { corePlugins } from "./scripts/core/plugin.js";
import { findNix, nixEnvironment } from "./scripts/real-nix.js";

// `npm run check` leaves out what is slow and what needs real Nix; a test says which it is by the ending of its file.
const quick = process.env["NIVOSE_TEST_SET"] === "quick";

export default defineConfig({
  plugins: corePlugins(),
  test: {
    include: ["packages/*/tests/**/*.test.ts", "scripts/tests/**/*.test.js"],
    exclude: ["**/node_modules/**", ...(quick ? ["**/*.slow.test.ts", "**/*.nix.test.ts"] : [])],
    // A single file run by hand finds the Nix that an earlier `npm test` has left in its cache folder.
    env: quick ? {} : nixEnvironment(await findNix()),
    // Files share their modules, which saves almost half of the time. No test may leave anything global behind.
    isolate: false,
    // vitest itself leaves one processor free, which is half of a small machine
    maxWorkers: availableParallelism(),
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
