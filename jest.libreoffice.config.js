const {
  projects: [node, browser],
} = require("./jest.config.js");

/**
 * The checks that need LibreOffice beside Node (`npm run test:libreoffice`). One worker: two LibreOffice processes would
 * contend for one profile.
 *
 * @type {import("jest").Config}
 */
module.exports = {
  maxWorkers: 1,
  testTimeout: 180_000,
  projects: [
    {
      ...node,
      displayName: "libreoffice",
      testMatch: ["<rootDir>/test/**/*.lo.test.ts"],
      testPathIgnorePatterns: ["/node_modules/"],
      // Some of what LibreOffice opens is saved by a person in the browser.
      globalSetup: browser.globalSetup,
    },
  ],
};
