import { installDesktopExternal } from "../transport/desktop-external";

/**
 * Runs in the pane before office.js, where the pane is shown as in Excel on Windows: lets the page around it set up `window.external`.
 * Start and words are copied here, so that every object that the library meets is one of the pane's own.
 */
window.parent.rongheExternal?.((start, send) => {
  const receive = installDesktopExternal(window, structuredClone(start), send);
  return (word) => receive(structuredClone(word));
});
