/** What is urgent, the longest waiting first. */
export const newView = (more: object = {}) => ({
  __typename: 'SavedView' as const,
  id: 'v1',
  name: 'Urgent',
  isShared: false,
  isMine: true,
  filter: { status: ['ACTIVE'], priority: ['URGENT'] },
  orderBy: { field: 'WAITING_SINCE', direction: 'ASC' },
  ...more,
});
