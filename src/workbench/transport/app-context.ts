import type { Host } from "../host";

/** What Excel tells a page about itself when the page asks for its context. */
export function appContext(host: Host): Readonly<Record<string, unknown>> {
  return {
    _id: "ronghe-workbench",
    _appName: 16,
    _appVersion: "16.0",
    _appUILocale: host.locale,
    _dataLocale: host.locale,
    _docUrl: "https://workbench.invalid/workbook.xlsx",
    _clientMode: 1,
    _settings: Object.entries(host.settings.all()),
    _reason: "documentOpened",
    _osfControlType: 1,
    _eToken: "",
    _correlationId: "workbench",
    _appInstanceId: "workbench",
    _appMinorVersion: 0,
    _hostFullVersion: "16.0.14332.20000",
    _hostCustomMessage: null,
    _requirementMatrix: JSON.stringify(host.sets),
    _featureGates: {},
    _addinName: "ronghe",
    _appDomains: [],
    _initialDisplayMode: 2,
    _clientWindowHeight: 600,
    _clientWindowWidth: 350,
  };
}
