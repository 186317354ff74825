import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

// A busy machine may take its time; what is waited for comes at once on an idle one.
configure({ asyncUtilTimeout: 8_000 });

// jsdom has no layout and no modal dialogs: the little of both that the console calls.
// As browsers of 2026 have it: it promises to have scrolled.
Object.assign(window, { scrollTo: () => Promise.resolve() });
Element.prototype.scrollIntoView = () => undefined;
HTMLDialogElement.prototype.showModal = function open(this: HTMLDialogElement) { this.setAttribute('open', ''); };
HTMLDialogElement.prototype.close = function close(this: HTMLDialogElement) { this.removeAttribute('open'); };
class NothingIntersects { observe() {} unobserve() {} disconnect() {} }
globalThis.IntersectionObserver = NothingIntersects as unknown as typeof IntersectionObserver;

afterEach(() => {
  cleanup();
  localStorage.clear();
  sessionStorage.clear();
  history.replaceState(null, '', '/');
});
