import { blockOf } from '../message-blocks';

/** Units: frames. What comes into sight on the way takes another height than its place had, and moves what is shown. */
const mostFrames = 90;
const steadyFrames = 5;
const gapPx = 12;

/** Brings a message of the open thread to the top of its window, once it is in the page, and gives it the focus. */
export function showMessage(message: { number: number }): void {
  let steady = 0;
  let frames = 0;
  const step = () => {
    const item = document.querySelector<HTMLElement>(`[data-number="${message.number}"]`);
    const target = item ?? document.querySelector(`[data-block="${blockOf(message)}"]`);
    const offset = target ? bringUp(target) : null;
    steady = item && offset === 0 ? steady + 1 : 0;
    frames += 1;
    if (steady < steadyFrames && frames < mostFrames) requestAnimationFrame(step);
    else if (item) focus(item);
  };
  step();
}

/** Answers how far it still was from its place; 0 too where the thread ends before. */
function bringUp(target: Element): number {
  const scroller = target.closest('[aria-label="Messages"]');
  if (!scroller) return 0;
  const { scrollTop } = scroller;
  const offset = target.getBoundingClientRect().top - scroller.getBoundingClientRect().top - gapPx;
  scroller.scrollTop += Math.round(offset);
  return Math.round(scroller.scrollTop - scrollTop);
}

function focus(item: HTMLElement): void {
  item.tabIndex = -1;
  item.focus({ preventScroll: true });
}
