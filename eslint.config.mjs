import js from "@eslint/js";
import officeAddins from "eslint-plugin-office-addins";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

const typescript = ["src/**/*.{ts,tsx}", "test/**/*.{ts,tsx}", "scripts/**/*.ts"];
const scripts = ["**/*.{js,cjs,mjs}"];

const officeNames = ["Excel", "Office", "OfficeExtension", "OfficeRuntime", "CustomFunctions"];
const officeMessage = "Only src/excel and the entry files speak to Office.";
const officeGlobals = officeNames.map((name) => ({ name, message: officeMessage }));
const officeTypes = {
  selector: `TSQualifiedName > Identifier.left[name=/^(${officeNames.join("|")})$/]`,
  message: officeMessage,
};

/** What would let a computation depend on when, where or on which machine it runs. */
const surroundings = [
  ...["window", "document", "navigator", "location", "localStorage", "sessionStorage", "fetch", "XMLHttpRequest"],
  ...["process", "console", "performance", "crypto", "setTimeout", "setInterval", "queueMicrotask", "Intl"],
].map((name) => ({ name, message: "The core is pure: no DOM, no I/O, no clock, no randomness, no locale." }));

const impureSyntax = [
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: "The core has no clock: pass the day as an argument.",
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0], CallExpression[callee.name='Date']",
    message: "The core has no clock: pass the day as an argument.",
  },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: "The core has no randomness: use the seeded generator of core/methods/random.",
  },
  {
    selector:
      "CallExpression > MemberExpression.callee[property.name=/^(toLocale(Lower|Upper)Case|toLocale(Date|Time)?String|localeCompare)$/]",
    message: "The core gives the same result in every locale.",
  },
  {
    selector:
      "CallExpression > MemberExpression.callee[property.name=/^(get(FullYear|Month|Date|Day|Hours|Minutes|Seconds|TimezoneOffset)|set(FullYear|Month|Date|Hours|Minutes|Seconds))$/]",
    message: "The core gives the same result in every time zone: use the UTC methods.",
  },
];

/** What the browsers that the add-in is built for (ES2020) may lack: the build changes syntax, it adds no members. */
const newerMembers = [
  ...["toSorted", "toReversed", "toSpliced", "findLast", "findLastIndex", "replaceAll", "isWellFormed"].map(
    (property) => ({ property, message: "Newer than ES2020, for which the add-in is built." }),
  ),
  ...["hasOwn", "groupBy"].map((property) => ({
    object: "Object",
    property,
    message: "Newer than ES2020, for which the add-in is built.",
  })),
  { object: "Map", property: "groupBy", message: "Newer than ES2020, for which the add-in is built." },
];

export default tseslint.config(
  { ignores: ["dist/", "coverage/", "node_modules/"] },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  {
    files: scripts,
    extends: [js.configs.recommended],
    languageOptions: {
      globals: Object.fromEntries(
        ["Buffer", "URL", "TextDecoder", "TextEncoder", "console", "performance", "process", "setTimeout"].map(
          (name) => [name, "readonly"],
        ),
      ),
    },
  },
  {
    files: ["**/*.{js,cjs}"],
    languageOptions: {
      sourceType: "commonjs",
      globals: { __dirname: "readonly", __filename: "readonly", module: "writable", require: "readonly" },
    },
  },
  {
    files: typescript,
    extends: [js.configs.recommended, tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // `== null` asks for null and undefined at once; packages of the stand-in give either.
      eqeqeq: ["error", "always", { null: "ignore" }],
      // Chinese text is laid out with the ideographic space.
      "no-irregular-whitespace": ["error", { skipStrings: true, skipTemplates: true, skipRegExps: true }],
      "@typescript-eslint/consistent-type-assertions": ["error", { assertionStyle: "never" }],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/no-unnecessary-condition": "error",
      "@typescript-eslint/no-unnecessary-type-arguments": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", ignoreRestSiblings: true }],
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: ["src/**/*.{ts,tsx}"],
    ignores: ["src/workbench/cli/**"],
    rules: { "no-console": "error" },
  },
  {
    files: ["src/**/*.{ts,tsx}"],
    ignores: [
      "src/excel/**",
      "src/commands/assess.ts",
      "src/commands/freeze.ts",
      "src/functions/associate.ts",
      "src/taskpane/index.tsx",
    ],
    rules: {
      "no-restricted-globals": ["error", ...officeGlobals],
      "no-restricted-syntax": ["error", officeTypes],
    },
  },
  {
    files: ["src/**/*.{ts,tsx}"],
    ignores: ["src/workbench/**"],
    rules: { "no-restricted-properties": ["error", ...newerMembers] },
  },
  {
    files: ["src/**/*.tsx", "src/taskpane/use-*.ts"],
    plugins: { "react-hooks": reactHooks },
    rules: { "react-hooks/rules-of-hooks": "error", "react-hooks/exhaustive-deps": "error" },
  },
  {
    files: ["src/functions/associate.ts"],
    rules: {
      // The documented way to give a cell an error; the type says nothing of the `Error` that it is.
      "@typescript-eslint/only-throw-error": [
        "error",
        { allow: [{ from: "package", package: "@types/custom-functions-runtime", name: "Error" }] },
      ],
    },
  },
  {
    files: ["src/core/**/*.ts"],
    rules: {
      "no-restricted-globals": ["error", ...officeGlobals, ...surroundings],
      "no-restricted-syntax": ["error", officeTypes, ...impureSyntax],
    },
  },
  {
    files: ["src/excel/**/*.ts", "src/commands/**/*.ts"],
    plugins: { "office-addins": officeAddins },
    rules: {
      "office-addins/call-sync-after-load": "error",
      "office-addins/call-sync-before-read": "error",
      "office-addins/load-object-before-read": "error",
      "office-addins/no-context-sync-in-loop": "error",
      "office-addins/no-empty-load": "error",
      "office-addins/no-navigational-load": "error",
      "office-addins/no-office-initialize": "error",
      "office-addins/test-for-null-using-isNullObject": "error",
    },
  },
  {
    // What a test reads back (JSON, the genuine office.js in a window) is untyped until the expectation names it.
    files: ["test/**/*.{ts,tsx}"],
    rules: {
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-call": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-return": "off",
    },
  },
);
