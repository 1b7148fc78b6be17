/** How many rows of a table have ids of a day that is over: what the dashboard need not count again. */
export const setUpDailyCounts: readonly string[] = [
  `create table daily_counts (
     subject text not null,
     day date not null,
     count integer not null,
     constraint daily_counts_pkey primary key (subject, day)
   )`,
];

export const takeDownDailyCounts: readonly string[] = [`drop table daily_counts`];
