import { say } from '../target';
import type { Audit, LostPoints } from './audits';

interface Lost extends LostPoints {
  /** What was measured on which page. */
  pages: Map<string, string>;
}

/** What takes points, once for all the pages where it is the same. */
export class LostEverywhere {
  private readonly byPlace = new Map<string, Lost>();

  add(page: string, { lost }: Audit): void {
    for (const each of lost) {
      // What it costs, in brackets at the end, is another figure on each page.
      const places = each.where.map((where) => where.replace(/ \(\d+ (KB|ms)\)$/, ''));
      const place = [each.id, ...places].join('\n');
      const known = this.byPlace.get(place) ?? { ...each, pages: new Map() };
      known.pages.set(page, each.value);
      this.byPlace.set(place, known);
    }
  }

  print(): void {
    if (this.byPlace.size === 0) return;
    say('\nWhat takes points, or time:');
    for (const { category, title, id, where, pages } of this.byPlace.values()) {
      const onPages = [...pages].map(([page, value]) => [page, value].filter(Boolean).join(' '));
      say(`- ${category}: ${title} (${id}), on ${onPages.join('; ')}`);
      for (const each of where) say(`    - ${each}`);
    }
  }
}
