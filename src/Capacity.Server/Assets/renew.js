// Renews the page in place every half minute: scrolling, focus, what is typed, ticked and unfolded stay as they are.
// Without this script the browser's own refresh does it.
const every = 30_000;
const button = document.getElementById("renewal");
let paused = false;

// What somebody has written or chosen and not sent yet is not taken away.
const written = () =>
  [...document.querySelectorAll("main input:not([type=checkbox])")].some(f => f.value !== f.defaultValue) ||
  [...document.querySelectorAll("main select")].some(f => f.selectedIndex !== Math.max(0, [...f.options].findIndex(o => o.defaultSelected)));

const busy = () => document.hidden || written() || document.activeElement?.matches("input, select") || !getSelection().isCollapsed;

const swap = (now, next) => {
  const folds = [...now.querySelectorAll("details[id]")].map(d => [d.id, d.open]);
  const ticks = [...now.querySelectorAll("input[type=checkbox][id]")].filter(t => t.checked).map(t => t.id);
  const scrolls = [...now.querySelectorAll(".scroll")].map(s => s.scrollLeft);
  const focus = now.contains(document.activeElement) ? document.activeElement : null;
  const place = focus && [...now.querySelectorAll("a, button, summary, [tabindex]")].indexOf(focus);
  now.innerHTML = next.innerHTML;
  folds.forEach(([id, open]) => now.querySelector(`#${id}`)?.toggleAttribute("open", open));
  ticks.forEach(id => { const tick = now.querySelector(`#${id}`); if (tick) tick.checked = true; });
  now.querySelectorAll(".scroll").forEach((s, i) => { s.scrollLeft = scrolls[i] ?? 0; });
  if (focus) {
    const same = focus.id ? now.querySelector(`#${CSS.escape(focus.id)}`) : now.querySelectorAll("a, button, summary, [tabindex]")[place];
    same?.focus({ preventScroll: true });
  }
};

const renew = async () => {
  if (paused || busy()) return;
  try {
    const answer = await fetch(location.href, { headers: { accept: "text/html" } });
    if (answer.status >= 500) throw new Error(answer.statusText);
    const next = new DOMParser().parseFromString(await answer.text(), "text/html");
    swap(document.querySelector("main"), next.querySelector("main"));
    swap(document.querySelector(".age"), next.querySelector(".age"));
    document.body.classList.remove("cut-off");
  } catch {
    document.body.classList.add("cut-off");
  }
};

button.hidden = false;
button.addEventListener("click", () => {
  paused = !paused;
  button.textContent = paused ? "Renew again" : "Pause";
});
setInterval(renew, every);
document.addEventListener("visibilitychange", renew);
document.addEventListener("renew", renew);
