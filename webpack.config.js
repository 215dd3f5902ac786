const path = require("node:path");
const CopyWebpackPlugin = require("copy-webpack-plugin");
const HtmlWebpackPlugin = require("html-webpack-plugin");
const MinimizerPlugin = require("minimizer-webpack-plugin");

const officeDist = path.join(path.dirname(require.resolve("@microsoft/office-js/package.json")), "dist");

/** Where the manifest in the repository says the add-in is served: a developer's machine. */
const developmentUrl = "https://localhost:3000";
/** Where it will be served; the manifest in `dist/addin` names this address throughout. */
const servedUrl = (process.env.RONGHE_URL ?? developmentUrl).replace(/\/+$/, "");

// sha256-47DEQ… is the hash of the empty string: style engines add an empty <style> element and fill it through the CSSOM.
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

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

/** The pages that Excel loads. */
function addIn(production) {
  return {
    name: "addin",
    mode: production ? "production" : "development",
    target: ["web", "es2020"],
    // Never eval-*: the content security policy forbids it.
    devtool: production ? "source-map" : "cheap-module-source-map",
    entry: { taskpane: "./src/taskpane/index.ts" },
    output: {
      path: path.resolve(__dirname, "dist/addin"),
      filename: production ? "[name].[contenthash:8].js" : "[name].js",
      clean: true,
    },
    resolve: { extensions: [".tsx", ".ts", ".js"] },
    // A name that the imported file does not export would fail only when it is used.
    module: { strictExportPresence: true, rules: [typescript("es2020")] },
    plugins: [
      new HtmlWebpackPlugin({
        filename: "taskpane.html",
        template: "./src/taskpane/taskpane.html",
        chunks: ["taskpane"],
        scriptLoading: "defer",
        contentSecurityPolicy,
      }),
      new CopyWebpackPlugin({
        patterns: [
          { from: "assets/icons/*.png" },
          {
            from: "manifest.xml",
            transform: (manifest) => manifest.toString().replaceAll(developmentUrl, servedUrl),
          },
          // The licence allows office.js to be shipped unmodified only: `minimized` keeps the minifier away.
          ...officeFiles.map((from) => ({
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

/** The command line. Packages stay outside the bundle: Univer's CommonJS works in Node, its ES modules do not. */
function commandLine() {
  return {
    name: "workbench",
    mode: "none",
    target: "node20",
    devtool: "source-map",
    entry: { assess: "./src/workbench/cli/main.ts" },
    output: { path: path.resolve(__dirname, "dist/workbench"), filename: "[name].cjs", clean: true },
    resolve: { extensions: [".ts", ".js"] },
    module: { strictExportPresence: true, rules: [typescript("es2022")] },
    externals: [
      ({ request }, callback) => (/^[\w@][^:]*$/.test(request) ? callback(null, `commonjs ${request}`) : callback()),
    ],
    node: { __dirname: false, __filename: false },
    performance: { hints: false },
    stats: "errors-warnings",
  };
}

module.exports = (env, argv) => [addIn(argv.mode === "production"), commandLine()];
