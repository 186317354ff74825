// Brings the marked post or comment into view, and shows news without being asked while nothing is being typed.
document.querySelector('.comment.marked')?.scrollIntoView({ block: 'center' });

const shown = document.body.dataset.revision;
const typing = () => [...document.querySelectorAll('textarea')].some((area) => area.value !== '')
  || document.activeElement?.matches('input, textarea, select');

setInterval(async () => {
  try {
    const { revision } = await (await fetch('/vk/sim/revision')).json();
    if (String(revision) !== shown && !typing()) location.reload();
  } catch {
    // The simulator is being restarted; the next look will find it.
  }
}, 3000);
