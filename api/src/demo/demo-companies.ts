import type { DemoCompany } from './demo-company';
import { harbourLaneCycles } from './harbour-lane-cycles';
import { osterbroTranslations } from './osterbro-translations';
import { sonnwerkSolar } from './sonnwerk-solar';
import { stageCompany } from './stage';

/** Three companies of different trades, their last six weeks reckoned back from `now`. All people and addresses are made up. */
export function demoCompanies(now: Date): DemoCompany[] {
  return [harbourLaneCycles, sonnwerkSolar, osterbroTranslations].map((script) => stageCompany(script, now));
}
