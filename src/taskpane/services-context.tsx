import { type ReactNode, createContext, useContext } from "react";
import type { Place } from "../core/issue";
import type { PaneServices } from "./services";

/** What the parts of the pane may ask for: the services, and going to a cell, which tells of its failure by itself. */
export interface Reach {
  readonly services: PaneServices;
  readonly goTo: (place: Place) => void;
}

const ReachContext = createContext<Reach | null>(null);

export function ReachProvider({ reach, children }: { readonly reach: Reach; readonly children: ReactNode }): ReactNode {
  return <ReachContext.Provider value={reach}>{children}</ReachContext.Provider>;
}

/** The services of the pane around. */
export function useReach(): Reach {
  const reach = useContext(ReachContext);
  if (reach === null) throw new Error("This part stands outside the pane.");
  return reach;
}
