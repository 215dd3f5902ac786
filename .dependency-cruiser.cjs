/**
 * The allowed directions between the folders of src/. Data walks one way, from grids through the computation to tabs;
 * an import against it is an error.
 *
 * @type {import("dependency-cruiser").IConfiguration}
 */
module.exports = {
  forbidden: [
    {
      name: "no-circular",
      comment: "A cycle has no first part to understand.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "core-imports-only-core",
      comment: "The computation knows no Office, no DOM, no Node, and of packages one hash (docs/adr/0006).",
      severity: "error",
      from: { path: "^src/core/" },
      to: { pathNot: ["^src/core/", "^node_modules/@noble/hashes/"] },
    },
    {
      name: "methods-import-only-methods",
      comment: "A published method stands for itself.",
      severity: "error",
      from: { path: "^src/core/methods/" },
      to: { pathNot: "^src/core/methods/" },
    },
    {
      name: "add-in-knows-no-workbench",
      comment: "The add-in must not be able to tell the stand-in from Excel.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/workbench/" },
      to: { path: "^src/workbench/" },
    },
    {
      name: "workbench-knows-no-add-in",
      comment: "The stand-in meets the add-in only through office.js, functions.json and the built pages.",
      severity: "error",
      from: { path: "^src/workbench/" },
      to: { path: "^src/", pathNot: "^src/workbench/" },
    },
    {
      name: "excel-knows-no-door",
      comment: "Ribbon, pane and functions are doors into excel/ and core/; nothing leads back out.",
      severity: "error",
      from: { path: "^src/(excel|i18n)/" },
      to: { path: "^src/(commands|functions|taskpane)/" },
    },
    {
      name: "functions-know-no-workbook",
      comment: "Custom functions coerce and call the core; they never read a workbook.",
      severity: "error",
      from: { path: "^src/functions/" },
      to: { path: "^src/(excel|commands|taskpane)/" },
    },
    {
      name: "messages-know-only-core",
      comment: "The catalogue is words: it may name the core's types, nothing else.",
      severity: "error",
      from: { path: "^src/i18n/" },
      to: { pathNot: "^src/(i18n|core)/" },
    },
    {
      name: "nothing-imports-tests",
      severity: "error",
      from: { path: "^src/" },
      to: { path: "^test/" },
    },
    {
      name: "resolvable",
      comment: "An import that cannot be resolved would escape the rules above.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsConfig: { fileName: "tsconfig.json" },
    // `import type` disappears in the build, but couples all the same.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      mainFields: ["main", "types"],
    },
  },
};
