import type { Book } from "../../objects/book";

/** Writes the names of the sheets onto the tabs below the grid again, where a person has typed another that does not count. */
export function restoreSheetNames(container: HTMLElement, book: Book): void {
  const ids = book.worksheetIds();
  for (const tab of container.querySelectorAll<HTMLElement>("[data-u-comp='slide-tab-item']")) {
    const id = ids.find((one) => one === tab.dataset["id"]);
    const label = tab.querySelector("span");
    if (id === undefined || label === null) continue;
    const { name } = book.engine.sheet(id);
    if (label.textContent !== name) label.textContent = name;
  }
}
