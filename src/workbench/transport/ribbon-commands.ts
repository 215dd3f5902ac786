/** The status with which the library completes a command that the page does not know. */
const unknownCommand = 11101;

/** Ribbon commands under way in a page. */
export interface RibbonCommands {
  /**
   * Tells the page by `invoke` that the button of a function was pressed, with the arguments of the event: id of this
   * invocation, name of the function, the event as JSON. Resolves when the page reports completion; rejects where it does not
   * know the function.
   */
  readonly start: (
    functionName: string,
    invoke: (id: string, functionName: string, event: string) => void,
  ) => Promise<void>;
  /** Takes the page's report that a command is over. */
  readonly completed: (completion: unknown) => void;
}

/** Keeps the commands of one page; `pageId` tells them from those of other pages. */
export function createRibbonCommands(pageId: string): RibbonCommands {
  const running = new Map<string, { readonly resolve: () => void; readonly reject: (error: Error) => void }>();
  let sequence = 0;
  return {
    start: (functionName, invoke) =>
      new Promise((resolve, reject) => {
        sequence += 1;
        const id = `command-${sequence}-of-${pageId}`;
        running.set(id, { resolve, reject });
        invoke(id, functionName, JSON.stringify({ source: { id: functionName } }));
      }),
    completed: (completion) => {
      const text = JSON.stringify(completion);
      for (const [id, command] of running) {
        if (!text.includes(`"${id}"`)) continue;
        running.delete(id);
        if (text.includes(String(unknownCommand))) command.reject(new Error("The page does not know the command."));
        else command.resolve();
      }
    },
  };
}
