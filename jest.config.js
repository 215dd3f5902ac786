const swc = [
  "@swc/jest",
  {
    jsc: {
      target: "es2022",
      parser: { syntax: "typescript", tsx: true },
      transform: { react: { runtime: "automatic" } },
    },
  },
];
const swcForModules = ["@swc/jest", { jsc: { target: "es2022" }, module: { type: "commonjs" } }];

/** Packages below Univer and jsdom that ship ES modules only; jest's own module loader needs them as CommonJS. */
const modulesOnly = [
  "@asamuzakjp/",
  "@bramus/",
  "@csstools/",
  "@exodus/bytes",
  "@noble/hashes",
  "cjk-regex",
  "collapse-white-space",
  "entities",
  "franc-min",
  "hucre",
  "kdbush",
  "lodash-es",
  "n-gram",
  "nanoid",
  "opentype\\.js",
  "parse5",
  "quickselect",
  "rbush",
  "regexp-util",
  "trigram-utils",
  "unicode-regex",
];

const node = {
  displayName: "node",
  rootDir: __dirname,
  testEnvironment: "node",
  testMatch: ["<rootDir>/test/**/*.test.ts"],
  testPathIgnorePatterns: ["/node_modules/", "<rootDir>/test/browser/", "\\.lo\\.test\\.ts$"],
  transform: { "^.+\\.tsx?$": swc, "^.+\\.m?js$": swcForModules },
  transformIgnorePatterns: [`/node_modules/(?!(.*/node_modules/)?(${modulesOnly.join("|")}))`],
  modulePathIgnorePatterns: ["<rootDir>/dist/"],
};

/** @type {import("jest").Config} */
module.exports = {
  // The default of five seconds is for unit tests; opening a workbook in the stand-in on a busy machine takes longer.
  testTimeout: 120_000,
  // Every processor: by default jest leaves one idle, which on two is half of them.
  maxWorkers: "100%",
  projects: [
    node,
    {
      ...node,
      displayName: "browser",
      testMatch: ["<rootDir>/test/browser/**/*.test.ts"],
      testPathIgnorePatterns: ["/node_modules/"],
      globalSetup: "<rootDir>/test/browser/global-setup.mjs",
    },
  ],
};
