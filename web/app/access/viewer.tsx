import { createContext, type ReactNode, useContext } from 'react';

interface Viewer {
  id: string;
  name: string;
}

const ViewerContext = createContext<Viewer | undefined>(undefined);

interface ViewerProviderProps {
  /** Who is signed in; undefined until that is read. */
  viewer: Viewer | undefined;
  children: ReactNode;
}

/** Makes known whose words are "You". */
export const ViewerProvider = ({ viewer, children }: ViewerProviderProps) => (
  <ViewerContext value={viewer}>{children}</ViewerContext>
);

export const useViewer = (): Viewer | undefined => useContext(ViewerContext);
