/** What a reader cannot see of a page's words and pictures, though it is there. */
import type { Page } from 'playwright-core';

/**
 * Walks over all words, pictures and tables, and holds each against the width of the page and
 * against whatever around it hides what does not fit. What scrolls is cut off on paper only.
 */
const FIND = `(isPaper) => {
  const WIDTH = document.documentElement.clientWidth;
  const SLACK = 2;
  const NOT_READ = '.hidden-visually, script, style, template, noscript, dialog, select, title, ' +
    '[inert], [popover]';
  const found = new Set();
  const said = (one) => {
    const element = one.nodeType === Node.TEXT_NODE ? one.parentElement : one;
    const words = (one.textContent ?? '').trim().replace(/\\s+/g, ' ').slice(0, 50);
    return element.tagName.toLowerCase() + '.' + (element.getAttribute('class') ?? '') + ' «' +
      words + '»';
  };
  const hidesIn = (style, axis) => {
    const value = style['overflow' + axis];
    return value === 'hidden' || value === 'clip' || (isPaper && value !== 'visible');
  };
  const scrollsIn = (style) => !isPaper && ['auto', 'scroll'].includes(style.overflowX);
  const beyond = (box, start, end) => Math.max(start - box[0], box[1] - end);
  const judge = (one, element, rect) => {
    if (rect.width === 0 || rect.height === 0) return;
    for (let at = element; at !== null && at !== document.documentElement; at = at.parentElement) {
      const style = getComputedStyle(at);
      if (style.position === 'fixed') return;
      const frame = at.getBoundingClientRect();
      const isRound = at === one;
      if (!isRound && hidesIn(style, 'X') && at !== document.body) {
        const by = beyond([rect.left, rect.right], frame.left, frame.right);
        if (by > SLACK) found.add('hidden by ' + Math.round(by) + ' px in ' +
          said(at).split(' ')[0] + ': ' + said(one));
      }
      if (!isRound && hidesIn(style, 'Y') && at !== document.body) {
        // The box of a line is higher than its letters.
        const by = beyond([rect.top, rect.bottom], frame.top, frame.bottom) - rect.height / 4;
        if (by > SLACK) found.add('hidden below in ' + said(at).split(' ')[0] + ': ' + said(one));
      }
      if (!isRound && scrollsIn(style)) return;
    }
    const by = beyond([rect.left, rect.right], 0, WIDTH);
    if (by > SLACK) found.add('beyond the edge by ' + Math.round(by) + ' px: ' + said(one));
  };
  const isShown = (element) =>
    element.closest(NOT_READ) === null && element.checkVisibility({ visibilityProperty: true });
  const range = document.createRange();
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = words.nextNode(); node !== null; node = words.nextNode()) {
    if (node.data.trim() === '' || !isShown(node.parentElement)) continue;
    range.selectNodeContents(node);
    for (const rect of range.getClientRects()) judge(node, node.parentElement, rect);
  }
  for (const one of document.querySelectorAll('img, svg, table, input, textarea, select, button')) {
    if (isShown(one)) judge(one, one, one.getBoundingClientRect());
  }
  if (isPaper) {
    for (const fold of document.querySelectorAll('main details:not([open])')) {
      const inside = [...fold.children].find((one) => one.tagName !== 'SUMMARY');
      const isAsked = fold.querySelector('form, input, button') !== null;
      const isThere = fold.checkVisibility() && fold.getBoundingClientRect().height > 0;
      if (inside !== undefined && !isAsked && isThere && !inside.checkVisibility()) {
        found.add('folded away: ' + said(fold.querySelector('summary') ?? fold));
      }
    }
  }
  return [...found].slice(0, 12);
}`;

/** As one line for each place; on paper nothing scrolls, and nothing unfolds. */
export async function cutOff(page: Page, on: 'paper' | 'screen'): Promise<string[]> {
  return page.evaluate<string[]>(`(${FIND})(${on === 'paper'})`);
}
