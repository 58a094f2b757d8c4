/**
 * Makes the search page faster; everything works without it.
 *
 * Suggestions follow the "editable combobox with list autocomplete" pattern of the ARIA Authoring Practices: the focus
 * never leaves the box, nothing is chosen by itself. Pages are fetched as documents (an XMLHttpRequest parses HTML without
 * running it, so no Trusted Types policy is needed) and their <main> takes the place of the old one.
 */
const box = document.querySelector('form.box');
const input = box.querySelector('input[type=search]');
const status = document.getElementById('status');
const say = text => { status.textContent = text; };

/* ---- Suggestions ---- */

const list = document.createElement('ul');
let options = [];
let active = -1;
let asking = null;
let timer = 0;
let composing = false;

function makeCombobox() {
  Object.assign(list, { id: 'options', className: 'options', hidden: true });
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', box.dataset.label);
  input.after(list);
  const roles = { role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': 'options' };
  for (const [name, value] of Object.entries(roles)) input.setAttribute(name, value);
  input.addEventListener('compositionstart', () => { composing = true; });
  input.addEventListener('compositionend', () => { composing = false; later(); });
  input.addEventListener('input', event => { if (!composing && !event.isComposing) later(); });
  input.addEventListener('keydown', keyInBox);
  input.addEventListener('blur', close);
  // A press on the list must not take the focus out of the box.
  list.addEventListener('pointerdown', event => event.preventDefault());
  list.addEventListener('mousedown', event => event.preventDefault());
  list.addEventListener('click', event => {
    const option = event.target.closest('[role=option]');
    if (option) take(options.indexOf(option));
  });
}

function later() {
  clearTimeout(timer);
  forget();
  timer = setTimeout(() => ask(), 120);
}

/** An answer that comes after this is not shown. */
function forget() {
  if (asking) asking.abort();
  asking = null;
}

async function ask(then = () => {}) {
  clearTimeout(timer);
  forget();
  const text = input.value;
  if (!text.trim()) return close();
  const mine = asking = new AbortController();
  try {
    const answer = await fetch(box.dataset.suggest + '?q=' + encodeURIComponent(text), { signal: mine.signal });
    const found = answer.ok ? (await answer.json()).suggestions : [];
    if (mine !== asking || text !== input.value || document.activeElement !== input) return;
    show(found);
    then();
  } catch { /* Aborted or offline: a box without suggestions is still a box. */ }
}

function show(found) {
  options = found.map((suggestion, i) => {
    const option = document.createElement('li');
    const text = document.createElement('span');
    const count = document.createElement('span');
    text.textContent = suggestion.text;
    text.dir = 'auto';
    count.textContent = suggestion.count.toLocaleString(document.documentElement.lang);
    count.className = 'n';
    option.id = 'option-' + i;
    option.setAttribute('role', 'option');
    option.setAttribute('aria-selected', 'false');
    option.append(text, count);
    return option;
  });
  list.replaceChildren(...options);
  active = -1;
  input.removeAttribute('aria-activedescendant');
  list.hidden = options.length === 0;
  input.setAttribute('aria-expanded', String(!list.hidden));
  say(options.length ? box.dataset.count.replace('{0}', options.length) : '');
}

function close() {
  clearTimeout(timer);
  forget();
  list.hidden = true;
  options = [];
  select(-1);
  input.setAttribute('aria-expanded', 'false');
}

function select(index) {
  if (index >= 0) {
    // Whoever walks through a list keeps it: no later answer takes its place.
    clearTimeout(timer);
    forget();
  }
  options[active]?.setAttribute('aria-selected', 'false');
  active = index;
  const option = options[active];
  if (!option) return input.removeAttribute('aria-activedescendant');
  option.setAttribute('aria-selected', 'true');
  option.scrollIntoView({ block: 'nearest' });
  input.setAttribute('aria-activedescendant', option.id);
}

function take(index) {
  input.value = options[index].firstChild.textContent;
  close();
  box.requestSubmit();
}

function keyInBox(event) {
  if (composing || event.isComposing || event.keyCode === 229) {
    // Enter ends the composition there; it must not send the form as well.
    if (event.key === 'Enter') event.preventDefault();
    return;
  }
  if (event.ctrlKey || event.metaKey) return;
  const last = options.length - 1;
  const move = {
    ArrowDown: () => {
      if (list.hidden) return ask(() => event.altKey || select(0));
      if (!event.altKey) select(active >= last ? 0 : active + 1);
    },
    ArrowUp: () => {
      if (event.altKey) return close();
      if (list.hidden) return ask(() => select(options.length - 1));
      select(active <= 0 ? last : active - 1);
    },
    Enter: () => (active >= 0 ? take(active) : (close(), false)),
    Escape: () => {
      if (!list.hidden) return close();
      input.value = '';
      forget();
    },
    // The caret moves, so no option is meant any more.
    Home: () => (select(-1), false), End: () => (select(-1), false),
    ArrowLeft: () => (select(-1), false), ArrowRight: () => (select(-1), false),
    Tab: () => (close(), false),
  }[event.key];
  if (move && move() !== false) event.preventDefault();
}

/* ---- Results in place ---- */

let shown = location.pathname + location.search;
let loading = null;

function load(address, { push = true, focus = () => {}, top = 0 } = {}) {
  loading?.abort();
  const request = loading = new XMLHttpRequest();
  const leave = () => location.assign(address);
  request.responseType = 'document';
  request.open('GET', address);
  request.setRequestHeader('Accept', 'text/html');
  request.onerror = leave;
  request.onload = () => {
    const page = request.response;
    const main = page?.querySelector('main');
    if (request.status !== 200 || !main) return leave();
    if (push) {
      history.replaceState({ top: scrollY }, '');
      history.pushState({ top: 0 }, '', address);
    }
    shown = location.pathname + location.search;
    put(page, main);
    scrollTo({ top, behavior: 'instant' });
    focus();
    say(main.querySelector('h1')?.textContent ?? '');
  };
  document.querySelector('main').setAttribute('aria-busy', 'true');
  request.send();
}

function put(page, main) {
  document.title = page.title;
  keepOpen(main);
  document.querySelector('main').replaceWith(document.adoptNode(main));
  const hidden = form => form.querySelectorAll('input[type=hidden]');
  const newBox = page.querySelector('form.box');
  hidden(box).forEach(one => one.remove());
  box.append(...hidden(newBox));
  input.value = newBox.querySelector('input[type=search]').value;
  for (const part of ['.colophon .feeds', 'link[rel=canonical]', 'link[rel=alternate][type*=atom]', 'link[rel=alternate][type*=json]']) {
    const fresh = page.querySelector(part);
    if (fresh) document.querySelector(part)?.replaceWith(document.adoptNode(fresh));
  }
  tellTimes();
}

/** Filters that were unfolded stay unfolded. */
function keepOpen(main) {
  const name = details => details.querySelector('summary').textContent;
  const open = new Set([...document.querySelectorAll('.filters details[open]')].map(name));
  for (const details of main.querySelectorAll('.filters details')) if (open.has(name(details))) details.open = true;
}

/** Finds a filter again in the new page by its group and its words; where it is gone, the heading is next. */
function focusAgain(link) {
  const group = link.closest('.facet')?.querySelector('h3')?.textContent;
  const words = (link.querySelector('span') ?? link).textContent;
  return () => {
    const same = [...document.querySelectorAll('.facet a')].find(one => group
      && one.closest('.facet').querySelector('h3')?.textContent === group
      && (one.querySelector('span') ?? one).textContent === words);
    (same ?? document.getElementById('count') ?? input).focus({ preventScroll: true });
  };
}

function submitted(event) {
  const form = event.target;
  const address = new URL(form.action);
  if (address.pathname !== new URL(box.action).pathname) return;
  event.preventDefault();
  close();
  for (const [name, value] of new FormData(form)) if (value.trim()) address.searchParams.append(name, value);
  load(address.href, { focus: form === box ? () => input.focus() : () => document.getElementById('count')?.focus() });
}

function clicked(event) {
  const link = event.target.closest?.('main a[href]');
  const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
  if (!link || !plain || event.defaultPrevented) return;
  const address = new URL(link.href.baseVal ?? link.href, location.href);
  if (address.origin !== location.origin || address.pathname !== new URL(box.action).pathname || address.hash) return;
  event.preventDefault();
  const among = link.closest('.facet');
  load(address.href, { focus: focusAgain(link), top: among ? scrollY : 0 });
}

/* ---- Keys ---- */

const slash = document.getElementById('slash');

function slashIsOn() {
  try { return localStorage.getItem('broadsheet.slash') !== 'off'; } catch { return true; }
}

/** A shortcut of one letter needs a switch (WCAG 2.1.4). */
function tellSlash() {
  const on = slashIsOn();
  const button = slash.querySelector('button');
  slash.hidden = false;
  button.textContent = on ? button.dataset.off : button.dataset.on;
  if (on) input.setAttribute('aria-keyshortcuts', '/');
  else input.removeAttribute('aria-keyshortcuts');
}

function keyAnywhere(event) {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  const where = event.target;
  if (event.key === '/' && slashIsOn() && !where.closest?.('input, textarea, select, [contenteditable]')) {
    event.preventDefault();
    input.focus();
    input.select();
  }
  if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && where.matches?.('.hit h3 a')) {
    const heads = [...document.querySelectorAll('.hit h3 a')];
    const next = heads.indexOf(where) + (event.key === 'ArrowDown' ? 1 : -1);
    event.preventDefault();
    (next < 0 ? input : heads[next])?.focus();
  }
}

/* ---- Times ---- */

/** The page has the site's days, and says in a tip when that was in the reader's zone; a bare day has none. */
function tellTimes() {
  const language = document.documentElement.lang;
  const format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language,
    { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZoneName: 'short' });
  for (const time of document.querySelectorAll('.kicker time')) {
    if (time.dateTime.includes('T')) time.title = format.format(new Date(time.dateTime));
  }
}

makeCombobox();
tellTimes();
tellSlash();
slash.querySelector('button').addEventListener('click', () => {
  try { localStorage.setItem('broadsheet.slash', slashIsOn() ? 'off' : 'on'); } catch { /* Not kept, then. */ }
  tellSlash();
});
document.addEventListener('submit', submitted);
document.addEventListener('click', clicked);
document.addEventListener('keydown', keyAnywhere);
addEventListener('popstate', event => {
  if (location.pathname + location.search !== shown) {
    load(location.href, { push: false, top: event.state?.top ?? 0 });
  }
});
