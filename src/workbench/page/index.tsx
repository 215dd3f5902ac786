import { createRoot } from "react-dom/client";
import { fill } from "../cli/words";
import { App } from "./app";
import { load } from "./load";
import { optionsFrom } from "./options";
import { pageWords } from "./words";

const options = optionsFrom(location.search);
const words = pageWords(options.locale);
document.title = words.title;
const root = document.getElementById("root");
if (root === null) throw new Error("The page has no root.");
load().then(
  (loaded) => createRoot(root).render(<App loaded={loaded} start={options} />),
  (error: unknown) => {
    root.textContent = fill(words.startFailed, { reason: error instanceof Error ? error.message : String(error) });
  },
);
