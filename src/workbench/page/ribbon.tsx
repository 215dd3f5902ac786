import type { AddIn } from "./add-in";
import type { PageWords } from "./words";

/** What the ribbon needs. */
export interface RibbonProps {
  readonly words: PageWords;
  readonly addIn: AddIn | null;
  /** True while a command runs or no workbook is open: nothing can be pressed. */
  readonly isBusy: boolean;
  readonly onPane: () => void;
  readonly onCommand: (functionName: string) => void;
}

/** The add-in's tab of the ribbon, as its manifest describes it. */
export function Ribbon({ words, addIn, isBusy, onPane, onCommand }: RibbonProps) {
  return (
    <nav className="ribbon" aria-label={words.ribbon}>
      <span className="tab">{addIn?.tab}</span>
      {addIn?.groups.map((group) => (
        <div key={group.label} className="group" role="group" aria-label={group.label}>
          {group.buttons.map(({ id, label, tip, icon, action }) => (
            <button
              key={id}
              type="button"
              title={tip}
              disabled={isBusy}
              onClick={() => (action.kind === "pane" ? onPane() : onCommand(action.functionName))}
            >
              <img src={`addin/${icon}`} alt="" width="32" height="32" />
              {label}
            </button>
          ))}
          <span className="label" aria-hidden>
            {group.label}
          </span>
        </div>
      ))}
    </nav>
  );
}
