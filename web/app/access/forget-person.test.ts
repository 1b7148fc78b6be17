import { forgetPerson, onPersonGone } from './forget-person';

test('nothing that was kept of a person stays', async () => {
  sessionStorage.setItem('draft:1', 'half a sentence');

  await forgetPerson();

  expect(sessionStorage).toHaveLength(0);
});

test('a page that comes back from the Back button’s memory is loaded anew', () => {
  const reload = jest.fn();
  const stop = onPersonGone(reload);

  window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: false }));
  expect(reload).not.toHaveBeenCalled();
  window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));

  expect(reload).toHaveBeenCalledTimes(1);
  stop();
});
