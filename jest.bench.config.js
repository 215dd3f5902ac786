const {
  projects: [, browser],
} = require("./jest.config.js");

/**
 * What `npm run bench` measures in the browser. Nothing here passes or fails by its speed.
 *
 * @type {import("jest").Config}
 */
module.exports = {
  maxWorkers: 1,
  testTimeout: 900_000,
  projects: [{ ...browser, displayName: "bench", testMatch: ["<rootDir>/test/browser/*.bench.ts"] }],
};
