import type { Book } from "../../objects/book";

/** The row of tabs below the grid. */
interface SheetBar {
  /** Writes the names of the sheets onto their tabs again, where a person has typed another that does not count. */
  readonly restoreNames: () => void;
  readonly dispose: () => void;
}

const tabsIn = (container: HTMLElement) => [
  ...container.querySelectorAll<HTMLElement>("[data-u-comp='slide-tab-item']"),
];

/** Keeps the tab of the sheet in front in sight: the grid moves its tabs only for those that a person chooses. */
export function keepSheetBar(container: HTMLElement, book: Book): SheetBar {
  let shown = "";
  const reveal = () => {
    const tabs = tabsIn(container);
    const active = tabs.find((tab) => tab.getAttribute("aria-selected") === "true");
    const now = JSON.stringify([active?.dataset["id"], tabs.map((tab) => tab.dataset["id"])]);
    // A bar that a person has moved stays so while the sheets are the same.
    if (active === undefined || now === shown) return;
    shown = now;
    active.scrollIntoView({ block: "nearest", inline: "nearest" });
  };
  const observer = new MutationObserver(reveal);
  observer.observe(container, { subtree: true, childList: true, attributeFilter: ["aria-selected"] });
  return {
    restoreNames: () => {
      const ids = book.worksheetIds();
      for (const tab of tabsIn(container)) {
        const id = ids.find((one) => one === tab.dataset["id"]);
        const label = tab.querySelector("span");
        if (id === undefined || label === null) continue;
        const { name } = book.engine.sheet(id);
        if (label.textContent !== name) label.textContent = name;
      }
    },
    dispose: () => observer.disconnect(),
  };
}
