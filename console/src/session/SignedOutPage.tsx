import { Logo } from '../ui/Logo';

interface Props { onSignIn: () => void; problem: string | null; action?: string }

export function SignedOutPage({ onSignIn, problem, action = 'Войти' }: Props) {
  return (
    <main className="welcome">
      <Logo />
      <h1>Отклик</h1>
      <p className="muted">Работа с сообщениями жителей в соцсетях</p>
      {problem !== null && <p role="alert" className="notice notice-bad">{problem}</p>}
      <button type="button" className="button button-main" onClick={onSignIn} autoFocus>{action}</button>
    </main>
  );
}
