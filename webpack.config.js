const path = require("node:path");
const CopyWebpackPlugin = require("copy-webpack-plugin");
const HtmlWebpackPlugin = require("html-webpack-plugin");
const MinimizerPlugin = require("minimizer-webpack-plugin");
const { DefinePlugin } = require("webpack");
const { buildSettings } = require("./scripts/build-settings.cjs");

const officeDist = path.join(path.dirname(require.resolve("@microsoft/office-js/package.json")), "dist");

/** The files of office.js that Excel needs, found by it relative to its own script tag. */
const officeFiles = [
  "office.js",
  "o15apptofilemappingtable.js",
  "excel-{web,mac}-16.00.js",
  "excel-win32-16.01.js",
  "{zh-cn,en-us}/office_strings.js",
];

function typescript(target) {
  return {
    test: /\.tsx?$/,
    exclude: /node_modules/,
    use: {
      loader: "swc-loader",
      options: {
        jsc: {
          target,
          parser: { syntax: "typescript", tsx: true },
          transform: { react: { runtime: "automatic" } },
        },
      },
    },
  };
}

/** What the page of the workbench may load: see docs/adr/0009. */
const workbenchPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "frame-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** What is known of a build only when it is made. */
function constants({ identity }) {
  return new DefinePlugin({ "process.env.RONGHE_NAMESPACE": JSON.stringify(identity.namespace) });
}

/** The pages that Excel loads. */
function addIn(settings) {
  const { production, contentSecurityPolicy, officeScript, ownOffice } = settings;
  return {
    name: "addin",
    mode: production ? "production" : "development",
    target: ["web", "es2020"],
    // Never eval-*: the content security policy forbids it. The maps of the product are for its makers, who read a clerk's error with
    // them; no server needs them.
    devtool: production ? "hidden-source-map" : "cheap-module-source-map",
    entry: { taskpane: "./src/taskpane/index" },
    output: {
      path: path.resolve(__dirname, "dist/addin"),
      filename: production ? "[name].[contenthash:8].js" : "[name].js",
      // What the pane loads only when it is asked for.
      chunkFilename: production ? "part.[contenthash:8].js" : "part.[id].js",
      sourceMapFilename: production ? "../maps/[file].map" : "[file].map",
      clean: true,
    },
    resolve: { extensions: [".tsx", ".ts", ".js"] },
    // A name that the imported file does not export would fail only when it is used.
    module: { strictExportPresence: true, rules: [typescript("es2020")] },
    plugins: [
      constants(settings),
      new HtmlWebpackPlugin({
        filename: "taskpane.html",
        template: "./src/taskpane/taskpane.html",
        chunks: ["taskpane"],
        scriptLoading: "defer",
        contentSecurityPolicy,
        officeScript,
      }),
      new CopyWebpackPlugin({
        patterns: [
          { from: "assets/icons/*.png" },
          { from: "assets/taskpane.css", to: "assets/[name][ext]" },
          { from: "assets/shortcuts*.json", to: "[name][ext]" },
          { from: "assets/help/*.css", to: "help/[name][ext]" },
          // The licence allows office.js to be shipped unmodified only: `minimized` keeps the minifier away.
          ...(ownOffice ? officeFiles : []).map((from) => ({
            from,
            context: officeDist,
            to: "officejs/[path][name][ext]",
            info: { minimized: true },
          })),
        ],
      }),
    ],
    optimization: {
      minimizer: [
        new MinimizerPlugin({
          minify: MinimizerPlugin.swcMinify,
          extractComments: false,
          test: /\.js$/,
          exclude: /officejs\//,
        }),
      ],
    },
    performance: { hints: false },
    stats: "errors-warnings",
  };
}

/** What runs in Node. */
function forNode(name, entry) {
  return {
    name,
    mode: "none",
    target: "node20",
    devtool: "source-map",
    entry,
    output: {
      path: path.resolve(__dirname, "dist", name),
      filename: "[name].cjs",
      library: { type: "commonjs2" },
      clean: true,
    },
    resolve: { extensions: [".ts", ".js"] },
    module: { strictExportPresence: true, rules: [typescript("es2022")] },
    // Packages stay outside the bundle: Univer's CommonJS works in Node, its ES modules do not.
    externals: [
      ({ request }, callback) => (/^[\w@][^:]*$/.test(request) ? callback(null, `commonjs ${request}`) : callback()),
    ],
    node: { __dirname: false, __filename: false },
    performance: { hints: false },
    stats: "errors-warnings",
  };
}

/** The command line and the server of the workbench. */
const commandLine = () =>
  forNode("workbench", {
    assess: "./src/workbench/cli/main.ts",
    fn: "./src/workbench/cli/fn.ts",
    start: "./src/workbench/server/start.ts",
  });

/** The presets of the grid that bring a style sheet. */
const gridStyles = ["core", "conditional-formatting", "data-validation", "table"];

/** The page that shows the add-in beside a grid, without Excel. It is served from this machine alone, so nothing is minified. */
function workbenchPage() {
  return {
    name: "workbench page",
    mode: "production",
    target: ["web", "es2022"],
    devtool: false,
    entry: { workbench: "./src/workbench/page/index.tsx", external: "./src/workbench/page/external.ts" },
    output: {
      path: path.resolve(__dirname, "dist/page"),
      filename: "[name].js",
      chunkFilename: "[name].[contenthash:8].js",
      clean: true,
    },
    resolve: {
      extensions: [".tsx", ".ts", ".js"],
      // In a browser the same engine comes with the grid; the preset for Node starts processes.
      alias: { "@univerjs/preset-sheets-node-core$": "@univerjs/preset-sheets-core" },
    },
    module: { strictExportPresence: true, rules: [typescript("es2022")] },
    plugins: [
      new HtmlWebpackPlugin({
        template: "./src/workbench/page/index.html",
        chunks: ["workbench"],
        scriptLoading: "defer",
        minify: false,
        styleSheets: [...gridStyles.map((name) => `${name}.css`), "workbench.css"],
        contentSecurityPolicy: workbenchPolicy,
      }),
      new CopyWebpackPlugin({
        patterns: [
          ...gridStyles.map((name) => ({
            from: require.resolve(`@univerjs/preset-sheets-${name}/lib/index.css`),
            to: `${name}.css`,
          })),
          "./src/workbench/page/workbench.css",
        ],
      }),
    ],
    // Most of it is Univer, which does not change from build to build.
    cache: {
      type: "filesystem",
      cacheDirectory: path.resolve(__dirname, "node_modules/.cache/webpack"),
      buildDependencies: { config: [__filename] },
    },
    optimization: { minimize: false },
    performance: { hints: false },
    stats: "errors-warnings",
  };
}

/** What the build itself runs to write the functions' metadata and help pages. */
function description(settings) {
  const config = forNode("describe", { functions: "./src/functions/site.ts" });
  return { ...config, plugins: [constants(settings)] };
}

module.exports = (env, argv) => {
  // The command line of webpack adds flags of its own to `env`.
  const settings = buildSettings({ host: env.host, officejs: env.officejs }, argv.mode);
  return [addIn(settings), commandLine(), workbenchPage(), description(settings)];
};
