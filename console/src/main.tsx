import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { forgetOldTexts } from './card/localText';
import { start } from './session/start';
import { SignedOutPage } from './session/SignedOutPage';
import './styles/base.css';
import './styles/controls.css';
import './styles/queue.css';
import './styles/card.css';
import './styles/summary.css';

const element = document.getElementById('root');
if (element === null) throw new Error('index.html has no #root');
const root = createRoot(element);

async function open(): Promise<void> {
  try {
    const begun = await start();
    if (begun.kind === 'signed-in') {
      forgetOldTexts();
      root.render(<StrictMode><App session={begun.session} /></StrictMode>);
    } else if (begun.kind === 'signed-out') {
      root.render(<StrictMode><SignedOutPage onSignIn={() => void begun.signIn()} problem={begun.problem} /></StrictMode>);
    }
  } catch {
    root.render(
      <StrictMode>
        <SignedOutPage onSignIn={() => void open()} problem="Служба входа не отвечает. Проверьте сеть и попробуйте ещё раз." action="Повторить" />
      </StrictMode>,
    );
  }
}

void open();
