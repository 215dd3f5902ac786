/** Where the manifest in the repository says the add-in is served: a developer's machine. */
const developmentHost = "https://localhost:3000";

/** Nobody can own this name (RFC 2606): a manifest that was built without a host does not work by accident. */
const noHost = "https://ronghe.invalid";

/** Where office.js is loaded from: beside the page, or from Microsoft's networks, of which China has its own. */
const officeSources = {
  local: { script: "officejs/office.js", origin: null },
  cdn: {
    script: "https://appsforoffice.microsoft.com/lib/1/hosted/office.js",
    origin: "https://appsforoffice.microsoft.com",
  },
  "cdn-cn": {
    script: "https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js",
    origin: "https://appsforoffice.cdn.partner.office365.cn",
  },
};

/** What keeps two installations apart. */
const identities = {
  production: {
    id: "6f0c2f5e-3d0b-4c8e-9c55-7a1f5b0e2d64",
    name: { "zh-CN": "融合评估", "en-US": "Ronghe integration assessment" },
    tab: { "zh-CN": "融合评估", "en-US": "Ronghe" },
    namespace: "RONGHE",
  },
  development: {
    id: "b1f5a0de-8f0d-4a54-9d3c-6a2f0c7e4b18",
    name: { "zh-CN": "融合评估（开发）", "en-US": "Ronghe integration assessment (development)" },
    tab: { "zh-CN": "融合评估（开发）", "en-US": "Ronghe (dev)" },
    namespace: "RONGHE_DEV",
  },
};

/** True for names by which every computer means itself. */
function isThisMachine(hostname) {
  return /^(?:(?:.*\.)?localhost\.?|127(?:\.\d+){3}|0\.0\.0\.0|\[::1?\])$/.test(hostname);
}

/** The address as browsers write it, without a slash at its end; what cannot be one is said. */
function hostOf(given, production) {
  const url = /^https:\/\/[^?#\\]*$/i.test(given) && URL.canParse(given) ? new URL(given) : null;
  if (url === null || url.username !== "" || url.password !== "")
    throw new Error(
      `host must be an address that begins with https://, without user name, ? and #; it is "${given}". Give it as --env host=https://addin.example.org/ronghe.`,
    );
  // Others would have to be written differently in the manifest, in JSON and in the server's settings.
  if (!/^[\w\-.~%/]*$/.test(url.pathname))
    throw new Error(`The path of host may hold letters, digits and - . _ ~ / only; it is "${url.pathname}".`);
  if (production && isThisMachine(url.hostname))
    throw new Error("A production build cannot be served from this machine alone: add --mode development.");
  return `${url.origin}${url.pathname}`.replace(/\/+$/, "");
}

// sha256-47DEQ… is the hash of the empty string: style engines add an empty <style> element and fill it through the CSSOM.
function contentSecurityPolicy(scriptOrigin) {
  return [
    "default-src 'none'",
    ["script-src 'self'", scriptOrigin].filter(Boolean).join(" "),
    "style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

/**
 * What a build is made for, of the options on its command line: `host`, the https address at which the files will be served, and
 * `officejs`, where the page loads office.js from. Throws for an option that cannot be.
 */
function buildSettings({ host, officejs = "local" } = {}, mode = "production") {
  const identity = identities[mode];
  if (identity === undefined) throw new Error(`mode must be production or development; it is "${mode}".`);
  const office = Object.hasOwn(officeSources, officejs) ? officeSources[officejs] : undefined;
  if (office === undefined) throw new Error(`officejs must be local, cdn or cdn-cn; it is "${officejs}".`);
  const production = mode === "production";
  return {
    production,
    host: hostOf(host ?? (production ? noHost : developmentHost), production),
    hasHost: host !== undefined || !production,
    identity,
    officeScript: office.script,
    ownOffice: office.origin === null,
    contentSecurityPolicy: contentSecurityPolicy(office.origin),
  };
}

/** Replaces a text that the template holds exactly once. */
function replaceOnce(template, from, to) {
  const parts = template.split(from);
  if (parts.length !== 2) throw new Error(`manifest.xml must hold ${from} once; it does ${parts.length - 1} times.`);
  return parts.join(to);
}

/** An element of the manifest with its text in both languages. */
function localised(opening, texts, closing) {
  return (before) =>
    `${opening} DefaultValue="${texts["zh-CN"]}">${before}<${closing} Locale="en-US" Value="${texts["en-US"]}"/>`;
}

/** The manifest of a build: the one in the repository with the address, and with the identity where it is not the product's. */
function manifestFor(template, { host, identity }) {
  const own = identities.production;
  const indent = (count) => `\n${" ".repeat(count)}`;
  const displayName = ({ name }) => localised("<DisplayName", name, "Override")(indent(4));
  const tabLabel = ({ tab }) => localised('<bt:String id="Tab.Label"', tab, "bt:Override")(indent(10));
  const namespace = (of) => `<bt:String id="Functions.Namespace" DefaultValue="${of.namespace}"/>`;
  const id = (of) => `<Id>${of.id}</Id>`;
  return [id, displayName, tabLabel, namespace]
    .reduce((manifest, part) => replaceOnce(manifest, part(own), part(identity)), template)
    .replaceAll(developmentHost, host);
}

module.exports = { buildSettings, manifestFor };
