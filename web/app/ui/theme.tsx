import { createContext, type ReactNode, useContext } from 'react';

export type Theme = 'light' | 'dark' | 'system';

interface ThemeChoice {
  theme: Theme;
  setTheme: (theme: Theme) => void;
}

const ThemeContext = createContext<ThemeChoice>({ theme: 'system', setTheme: () => undefined });

export const ThemeProvider = ({ choice, children }: { choice: ThemeChoice; children: ReactNode }) => (
  <ThemeContext value={choice}>{children}</ThemeContext>
);

export const useTheme = (): ThemeChoice => useContext(ThemeContext);
