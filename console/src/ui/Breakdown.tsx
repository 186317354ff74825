import { Component, type ReactNode } from 'react';

/** A fault of the console itself: says so instead of an empty page. The typed text is in the browser's storage already. */
export class Breakdown extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    return (
      <main className="page">
        <h1>Страница сломалась</h1>
        <p>Это наша ошибка. Введённый ответ сохранён на этом компьютере. Обновите страницу; если не поможет, скажите администратору, что вы открывали.</p>
        <p><button type="button" className="button button-main" onClick={() => location.reload()}>Обновить</button></p>
      </main>
    );
  }
}
