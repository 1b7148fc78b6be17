import { newNotification } from '../testing/notification';
import { readState, showInBrowser, switchBrowserNotifications } from './browser-notifications';

const shown: { title: string; options: NotificationOptions | undefined }[] = [];
let answer: NotificationPermission = 'granted';

class FakeNotification {
  static permission: NotificationPermission = 'default';
  static requestPermission = jest.fn(async () => {
    FakeNotification.permission = answer;
    return answer;
  });
  onclick: (() => void) | null = null;
  close = () => undefined;
  constructor(title: string, options?: NotificationOptions) {
    shown.push({ title, options });
  }
}

beforeEach(() => {
  shown.length = 0;
  answer = 'granted';
  FakeNotification.permission = 'default';
  FakeNotification.requestPermission.mockClear();
  localStorage.clear();
  Object.assign(globalThis, { Notification: FakeNotification });
  jest.spyOn(document, 'hasFocus').mockReturnValue(false);
});
afterEach(() => jest.restoreAllMocks());

test('the browser is not asked before somebody presses the button, and shows nothing until then', async () => {
  showInBrowser(newNotification('n1'), jest.fn());
  expect(readState()).toBe('ask');
  expect(FakeNotification.requestPermission).not.toHaveBeenCalled();

  await switchBrowserNotifications(true);

  expect(readState()).toBe('on');
  expect(shown).toEqual([]);
});

test('it says who and what kind, once for all tabs, to whoever looks at something else', () => {
  FakeNotification.permission = 'granted';

  showInBrowser(newNotification('n1', 'MENTIONED'), jest.fn());
  jest.mocked(document.hasFocus).mockReturnValue(true);
  showInBrowser(newNotification('n2'), jest.fn());

  expect(shown).toEqual([{ title: 'Ben Baker', options: { body: 'mentioned you in a note', tag: 'n1' } }]);
});

test('what is switched off shows nothing', async () => {
  FakeNotification.permission = 'granted';

  await switchBrowserNotifications(false);
  showInBrowser(newNotification('n1'), jest.fn());

  expect(readState()).toBe('off');
  expect(shown).toEqual([]);
});

test('a browser that was told to show none is not asked again', async () => {
  answer = 'denied';
  await switchBrowserNotifications(true);
  expect(readState()).toBe('denied');

  await switchBrowserNotifications(true);

  expect(FakeNotification.requestPermission).toHaveBeenCalledTimes(1);
});
